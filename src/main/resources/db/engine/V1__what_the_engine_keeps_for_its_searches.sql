-- What the reader of the engine's log keeps for the searches. Rows are written by that reader only; keys are the engine's own.

create table engine_position (
    id       integer not null primary key,
    position bigint  not null
);
insert into engine_position (id, position) values (1, -1);

create table engine_process_definition (
    process_definition_key bigint                not null primary key,
    process_definition_id  character varying(255) not null,
    name                   character varying(255),
    version                integer               not null,
    version_tag            character varying(255),
    resource_name          character varying(1000) not null,
    has_start_form         boolean               not null,
    start_form_id          character varying(255),
    deleted                boolean               not null,
    xml                    text                  not null
);
create index engine_process_definition_by_id on engine_process_definition (process_definition_id, version);

create table engine_form (
    form_key      bigint                  not null primary key,
    form_id       character varying(255)  not null,
    version       integer                 not null,
    resource_name character varying(1000) not null,
    deleted       boolean                 not null,
    form_schema   text                    not null
);
create index engine_form_by_id on engine_form (form_id, version);

create table engine_decision_requirements (
    decision_requirements_key  bigint                  not null primary key,
    decision_requirements_id   character varying(255)  not null,
    decision_requirements_name character varying(255),
    version                    integer                 not null,
    resource_name              character varying(1000) not null,
    deleted                    boolean                 not null,
    xml                        text                    not null
);

create table engine_decision_definition (
    decision_definition_key   bigint                 not null primary key,
    decision_definition_id    character varying(255) not null,
    name                      character varying(255),
    version                   integer                not null,
    decision_requirements_key bigint                 not null,
    decision_requirements_id  character varying(255) not null,
    deleted                   boolean                not null
);
create index engine_decision_definition_by_id on engine_decision_definition (decision_definition_id, version);

create table engine_process_instance (
    process_instance_key           bigint                      not null primary key,
    process_definition_key         bigint                      not null,
    process_definition_id          character varying(255)      not null,
    process_definition_name        character varying(255),
    process_definition_version     integer                     not null,
    process_definition_version_tag character varying(255),
    parent_process_instance_key    bigint,
    parent_element_instance_key    bigint,
    start_date                     timestamp(3) with time zone not null,
    end_date                       timestamp(3) with time zone,
    state                          character varying(20)       not null,
    incidents                      integer                     not null,
    tags                           character varying(2000)
);
create index engine_process_instance_by_definition on engine_process_instance (process_definition_id, state);
create index engine_process_instance_by_definition_key on engine_process_instance (process_definition_key, state);
create index engine_process_instance_by_parent on engine_process_instance (parent_process_instance_key);
create index engine_process_instance_by_start on engine_process_instance (start_date);

create table engine_element_instance (
    element_instance_key   bigint                      not null primary key,
    process_instance_key   bigint                      not null,
    process_definition_key bigint                      not null,
    process_definition_id  character varying(255)      not null,
    element_id             character varying(255)      not null,
    element_name           character varying(1000),
    element_type           character varying(40)       not null,
    scope_key              bigint                      not null,
    start_date             timestamp(3) with time zone not null,
    end_date               timestamp(3) with time zone,
    state                  character varying(20)       not null,
    incidents              integer                     not null,
    incident_key           bigint
);
create index engine_element_instance_by_process on engine_element_instance (process_instance_key, element_id);
create index engine_element_instance_by_scope on engine_element_instance (scope_key);
create index engine_element_instance_by_definition on engine_element_instance (process_definition_key, element_id, state);

create table engine_sequence_flow (
    process_instance_key   bigint                 not null,
    element_id             character varying(255) not null,
    process_definition_key bigint                 not null,
    process_definition_id  character varying(255) not null,
    primary key (process_instance_key, element_id)
);

create table engine_variable (
    variable_key         bigint                  not null primary key,
    process_instance_key bigint                  not null,
    scope_key            bigint                  not null,
    name                 character varying(500)  not null,
    value_start          character varying(200)  not null, -- short enough for an index
    variable_value       character varying(8192) not null,
    full_value           text
);
create index engine_variable_by_process on engine_variable (process_instance_key, name);
create index engine_variable_by_scope on engine_variable (scope_key, name);
create index engine_variable_by_value on engine_variable (name, value_start);

create table engine_user_task (
    user_task_key              bigint                      not null primary key,
    element_instance_key       bigint                      not null,
    element_id                 character varying(255)      not null,
    name                       character varying(1000),
    process_instance_key       bigint                      not null,
    process_definition_key     bigint                      not null,
    process_definition_id      character varying(255)      not null,
    process_definition_version integer                     not null,
    process_name               character varying(255),
    state                      character varying(20)       not null,
    assignee                   character varying(255),
    priority                   integer                     not null,
    form_key                   bigint,
    external_form_reference    character varying(1000),
    creation_date              timestamp(3) with time zone not null,
    completion_date            timestamp(3) with time zone,
    due_date                   timestamp(3) with time zone,
    follow_up_date             timestamp(3) with time zone,
    custom_headers             character varying(8000)
);
create index engine_user_task_by_process on engine_user_task (process_instance_key);
create index engine_user_task_by_element_instance on engine_user_task (element_instance_key);
create index engine_user_task_by_assignee on engine_user_task (assignee, state);
create index engine_user_task_by_state on engine_user_task (state, creation_date);
create index engine_user_task_by_due on engine_user_task (due_date);

create table engine_user_task_group (
    user_task_key bigint                 not null,
    name          character varying(255) not null,
    position      integer                not null,
    primary key (user_task_key, position)
);
create index engine_user_task_group_by_name on engine_user_task_group (name, user_task_key);

create table engine_user_task_user (
    user_task_key bigint                 not null,
    name          character varying(255) not null,
    position      integer                not null,
    primary key (user_task_key, position)
);
create index engine_user_task_user_by_name on engine_user_task_user (name, user_task_key);

create table engine_job (
    job_key                      bigint                 not null primary key,
    type                         character varying(255) not null,
    kind                         character varying(30)  not null,
    listener_event_type          character varying(30)  not null,
    state                        character varying(30)  not null,
    worker                       character varying(255),
    retries                      integer                not null,
    deadline                     timestamp(3) with time zone,
    end_time                     timestamp(3) with time zone,
    error_code                   character varying(255),
    error_message                character varying(8000),
    has_failed_with_retries_left boolean                not null,
    is_denied                    boolean,
    denied_reason                character varying(8000),
    custom_headers               character varying(8000),
    element_id                   character varying(255) not null,
    element_instance_key         bigint                 not null,
    process_instance_key         bigint                 not null,
    process_definition_key       bigint                 not null,
    process_definition_id        character varying(255) not null
);
create index engine_job_by_type on engine_job (type, state);
create index engine_job_by_process on engine_job (process_instance_key);
create index engine_job_by_element_instance on engine_job (element_instance_key);

create table engine_incident (
    incident_key           bigint                      not null primary key,
    process_instance_key   bigint                      not null,
    process_definition_key bigint                      not null,
    process_definition_id  character varying(255)      not null,
    element_id             character varying(255)      not null,
    element_instance_key   bigint                      not null,
    job_key                bigint,
    error_type             character varying(60)       not null,
    error_message          character varying(8000),
    creation_time          timestamp(3) with time zone not null,
    state                  character varying(20)       not null
);
create index engine_incident_by_process on engine_incident (process_instance_key, state);
create index engine_incident_by_element_instance on engine_incident (element_instance_key);
create index engine_incident_by_state on engine_incident (state, creation_time);

create table engine_message_subscription (
    message_subscription_key   bigint                      not null primary key,
    process_instance_key       bigint                      not null,
    process_definition_id      character varying(255)      not null,
    element_id                 character varying(255)      not null,
    element_instance_key       bigint                      not null,
    message_subscription_state character varying(20)       not null,
    last_updated_date          timestamp(3) with time zone not null,
    message_name               character varying(1000)     not null,
    correlation_key            character varying(1000)     not null
);
create index engine_message_subscription_by_process on engine_message_subscription (process_instance_key);
create index engine_message_subscription_by_element_instance on engine_message_subscription (element_instance_key);

create table engine_correlated_message (
    subscription_key       bigint                      not null,
    message_key            bigint                      not null,
    process_instance_key   bigint                      not null,
    process_definition_id  character varying(255)      not null,
    element_id             character varying(255)      not null,
    element_instance_key   bigint,
    message_name           character varying(1000)     not null,
    correlation_key        character varying(1000)     not null,
    correlation_time       timestamp(3) with time zone not null,
    primary key (subscription_key, message_key)
);
create index engine_correlated_message_by_process on engine_correlated_message (process_instance_key);
create index engine_correlated_message_by_message on engine_correlated_message (message_key);

create table engine_decision_instance (
    decision_evaluation_instance_key character varying(60)       not null primary key,
    decision_evaluation_key          bigint                      not null,
    state                            character varying(20)       not null,
    evaluation_date                  timestamp(3) with time zone not null,
    evaluation_failure               character varying(8000),
    decision_definition_id           character varying(255)      not null,
    decision_definition_name         character varying(255),
    decision_definition_version      integer                     not null,
    decision_definition_type         character varying(30)       not null,
    decision_definition_key          bigint                      not null,
    result                           text,
    process_definition_key           bigint,
    process_instance_key             bigint,
    element_instance_key             bigint
);
create index engine_decision_instance_by_process on engine_decision_instance (process_instance_key);
create index engine_decision_instance_by_evaluation on engine_decision_instance (decision_evaluation_key);
create index engine_decision_instance_by_definition on engine_decision_instance (decision_definition_id, evaluation_date);

create table engine_decision_input (
    decision_evaluation_instance_key character varying(60)  not null,
    position                         integer                not null,
    input_id                         character varying(255) not null,
    input_name                       character varying(1000),
    input_value                      text                   not null,
    primary key (decision_evaluation_instance_key, position)
);

-- one row per output of a rule that matched
create table engine_decision_output (
    decision_evaluation_instance_key character varying(60)  not null,
    position                         integer                not null,
    rule_id                          character varying(255) not null,
    rule_index                       integer                not null,
    output_id                        character varying(255) not null,
    output_name                      character varying(1000),
    output_value                     text                   not null,
    primary key (decision_evaluation_instance_key, position)
);
