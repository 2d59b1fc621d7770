create table delivery (
    case_id uuid primary key,
    delivered_at timestamp(6) with time zone not null,
    received_at timestamp(6) with time zone,
    answered_at timestamp(6) with time zone,
    informed_at timestamp(6) with time zone
);
create table advice_answer (
    case_id uuid not null,
    item integer not null,
    decision varchar(20) not null,
    primary key (case_id, item)
);
