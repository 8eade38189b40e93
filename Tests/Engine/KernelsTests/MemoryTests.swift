import Testing

@testable import Kernels

// Other tests allocate at the same time, so tests of the whole pool run in their own process.
@Suite struct `The memory pool` {
    @Test func `hands a dropped block out again`() async {
        await #expect(processExitsWith: .success) {
            let bytes = 7_654_321
            let first = Memory.allocate(bytes: bytes)
            Memory.deallocate(first)
            precondition(Memory.allocate(bytes: bytes - 5) == first)
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 1_000, 4_097, 1 << 20, 3_000_001])
    func `gives aligned blocks that are large enough`(_ bytes: Int) {
        let block = Memory.allocate(bytes: bytes)
        #expect(Int(bitPattern: block) % Memory.alignment == 0)
        #expect(Memory.blockSize(bytes) >= max(bytes, 1) && Memory.blockSize(bytes) <= max(64, bytes + bytes / 8 + 64))
        block.initializeMemory(as: UInt8.self, repeating: 1, count: bytes)
        Memory.deallocate(block)
    }

    @Test func `does not round a rounded size again`() {
        for bytes in stride(from: 1, to: 1 << 22, by: 997) {
            let size = Memory.blockSize(bytes)
            #expect(Memory.blockSize(size) == size && size % Memory.alignment == 0)
        }
    }

    @Test func `ends the program with a message where there is no room`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Memory.allocate(bytes: 1 << 60)
        }
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.hasPrefix("out of memory: a tensor needs \(1 << 50) KiB, and all others take 0 KiB\n  try: "))
    }

    @Test func `knows what is in use`() async {
        await #expect(processExitsWith: .success) {
            let block = Memory.allocate(bytes: 1 << 30)
            precondition(Memory.bytesInUse == 1 << 30)
            Memory.deallocate(block)
            precondition(Memory.bytesInUse == 0)
        }
    }

    @Test func `holds no more than was once in use, if nothing of it is wanted again`() async {
        await #expect(processExitsWith: .success) {
            let blocks = (0..<30).map { _ in Memory.allocate(bytes: 10 << 20) }
            for block in blocks { Memory.deallocate(block) }
            precondition(Memory.bytesInUse == 0 && Memory.bytesKept == 300 << 20)
            let other = (0..<10).map { _ in Memory.allocate(bytes: 5 << 20) }
            precondition(Memory.bytesInUse == 50 << 20 && Memory.bytesKept == 250 << 20)
            for block in other { Memory.deallocate(block) }
        }
    }

    // A step that takes large blocks first and still larger ones later would otherwise get all of them anew every time.
    @Test func `keeps what is wanted again and again, up to half as much more`() async {
        await #expect(processExitsWith: .success) {
            func step() -> Set<UnsafeMutableRawPointer> {
                var seen: Set<UnsafeMutableRawPointer> = []
                for (count, size) in [(8, 10 << 20), (2, 18 << 20)] {
                    let blocks = (0..<count).map { _ in Memory.allocate(bytes: size) }
                    seen.formUnion(blocks)
                    for block in blocks { Memory.deallocate(block) }
                }
                return seen
            }
            _ = step()
            precondition(Memory.bytesKept <= 80 << 20)
            for _ in 0..<4 { _ = step() }
            precondition(step() == step() && Memory.bytesKept == 116 << 20)
            for size in 20..<60 { Memory.deallocate(Memory.allocate(bytes: size << 20)) }
            precondition(Memory.bytesKept <= 120 << 20)
        }
    }

    // A training step needs different sizes in the backward pass than in the forward pass, again and again.
    @Test func `hands out larger blocks before it asks for more memory`() async {
        await #expect(processExitsWith: .success) {
            let blocks = (0..<30).map { _ in Memory.allocate(bytes: 10 << 20) }
            for block in blocks { Memory.deallocate(block) }
            let others = (0..<30).map { _ in Memory.allocate(bytes: 8 << 20) }
            precondition(Set(others) == Set(blocks) && Memory.bytesInUse == 300 << 20)
            for block in others { Memory.deallocate(block) }
            precondition(Memory.bytesInUse == 0 && Memory.bytesKept == 300 << 20)
        }
    }

    @Test func `serves many threads at once`() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 { group.addTask { ownsItsBlocks(task) } }
            for await owns in group { #expect(owns) }
        }
    }
}

/// True if no other task wrote to the blocks of this one.
private func ownsItsBlocks(_ task: Int) -> Bool {
    (0..<300).allSatisfy { round in
        let count = 100 + round % 7 * 50
        let block = Memory.allocate(bytes: count * 8).bindMemory(to: Int.self, capacity: count)
        block.initialize(repeating: task, count: count)
        defer { Memory.deallocate(block) }
        return (0..<count).allSatisfy { block[$0] == task }
    }
}
