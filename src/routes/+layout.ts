export * from '$target/layout';
