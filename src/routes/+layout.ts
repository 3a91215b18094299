export * from '$target';
