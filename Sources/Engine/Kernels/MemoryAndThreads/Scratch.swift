// Memory for the length of a call.

/// Calls `body` with room for `count` floats of undefined contents, which is taken back afterwards.
func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
    let bytes = count * MemoryLayout<Float>.stride
    let memory = Memory.allocate(bytes: bytes)
    body(memory.bindMemory(to: Float.self, capacity: count))
    Memory.deallocate(memory)
}
