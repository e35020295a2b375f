-- Messages as in message-db: one table, a stream's positions unique, and a function that refuses
-- to write to a stream that has not the position expected of it. Data are bytes, and neither ids
-- nor categories are kept, which spares it two indexes.
CREATE TABLE messages (
  global_position bigserial PRIMARY KEY,
  stream_name text NOT NULL,
  position bigint NOT NULL,
  type text NOT NULL,
  data bytea NOT NULL,
  time timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc')
);
CREATE UNIQUE INDEX messages_stream ON messages (stream_name, position);

CREATE FUNCTION write_message(stream text, kind text, content bytea, expected bigint)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  found_position bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(split_part(stream, '-', 1)));
  SELECT max(position) INTO found_position FROM messages WHERE stream_name = stream;
  found_position := coalesce(found_position, -1);
  IF found_position <> expected THEN
    RAISE EXCEPTION 'Wrong expected version: % (Stream: %, Stream Version: %)',
      expected, stream, found_position;
  END IF;
  INSERT INTO messages (stream_name, position, type, data)
  VALUES (stream, found_position + 1, kind, content);
  RETURN found_position + 1;
END;
$$;
