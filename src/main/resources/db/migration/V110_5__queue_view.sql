-- Lists that somebody wants to come back to, for themselves or for a group. A view is called by what it narrows to; nobody types a name.
CREATE TABLE queue_view (
    id         uuid                        NOT NULL PRIMARY KEY,
    owner      varchar(100)                NOT NULL,
    shared     varchar(100)                NOT NULL, -- the group; empty where it is the owner's alone
    list       varchar(20)                 NOT NULL,
    said       varchar(1000)               NOT NULL, -- codes and ids, as in an address
    created_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX queue_view_owner ON queue_view (owner, created_at);
CREATE INDEX queue_view_shared ON queue_view (shared, created_at);
