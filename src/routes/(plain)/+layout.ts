export * from '$target/plain';
