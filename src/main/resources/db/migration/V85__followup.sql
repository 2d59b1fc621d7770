create table follow_up_date (
    case_id uuid not null,
    number integer not null,
    due_at timestamp(6) with time zone not null,
    reported_at timestamp(6) with time zone,
    implemented varchar(20),
    result varchar(20),
    adverse_events boolean,
    diagnosis_changed boolean,
    primary key (case_id, number)
);
