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

    @Test func `takes no more than a quarter more than was once in use`() async {
        await #expect(processExitsWith: .success) {
            var random = Dice()
            var blocks: [(place: UnsafeMutableRawPointer, bytes: Int)] = []
            var most = 0
            for _ in 0..<2_000 {
                if !blocks.isEmpty && (blocks.count > 30 || Bool.random(using: &random)) {
                    Memory.deallocate(blocks.remove(at: .random(in: blocks.indices, using: &random)).place)
                } else {
                    let bytes = Int.random(in: 1 << 20...20 << 20, using: &random)
                    blocks.append((Memory.allocate(bytes: bytes), bytes))
                }
                most = max(most, Memory.bytesInUse)
                precondition(abs(Memory.bytesInUse - blocks.reduce(0) { $0 + $1.bytes }) <= 64 * blocks.count)
                // A block's gap, and the rest of a page of 2 MB, are not counted as in use.
                precondition(Memory.bytesInUse + Memory.bytesKept <= most * 5 / 4 + 32 * (1 << 16) + (4 << 20))
            }
        }
    }

    @Test func `keeps no more small blocks than were once in use`() async {
        await #expect(processExitsWith: .success) {
            for bytes in stride(from: 512 << 10, to: 1 << 20, by: 64 << 10) {
                let blocks = (0..<60).map { _ in Memory.allocate(bytes: bytes) }
                let inUse = Memory.bytesInUse
                for block in blocks { Memory.deallocate(block) }
                precondition(Memory.bytesKept <= inUse && Memory.bytesKept > inUse - (1 << 20))
            }
        }
    }

    // The backward pass wants other sizes than the forward pass, and the next batch the same again.
    @Test func `cuts what a step wants from what the step before has dropped`() async {
        await #expect(processExitsWith: .success) {
            func step() -> Set<UnsafeMutableRawPointer> {
                var seen: Set<UnsafeMutableRawPointer> = []
                for (count, size) in [(8, 10 << 20), (2, 18 << 20), (30, 2_000_000), (1, 75 << 20)] {
                    let blocks = (0..<count).map { _ in Memory.allocate(bytes: size) }
                    seen.formUnion(blocks)
                    for block in blocks { Memory.deallocate(block) }
                }
                return seen
            }
            let seen = step()
            let kept = Memory.bytesKept
            for _ in 0..<4 { precondition(step() == seen && Memory.bytesKept == kept && kept < 85 << 20) }
        }
    }

    @Test func `lets no two blocks overlap`() async {
        await #expect(processExitsWith: .success) {
            var random = Dice()
            var blocks: [(start: UnsafeMutablePointer<UInt8>, count: Int, mark: UInt8)] = []
            for round in 0..<3_000 {
                if blocks.count < 20 {
                    let count = Int.random(in: 1...(1 << Int.random(in: 4...22)), using: &random)
                    let start = Memory.allocate(bytes: count).bindMemory(to: UInt8.self, capacity: count)
                    start.initialize(repeating: UInt8(round % 251), count: count)
                    blocks.append((start, count, UInt8(round % 251)))
                } else {
                    let block = blocks.remove(at: Int.random(in: 0..<20, using: &random))
                    precondition((0..<block.count).allSatisfy { block.start[$0] == block.mark })
                    Memory.deallocate(block.start)
                }
            }
        }
    }

    // They differ in where they lie within a page, so that a loop over several does not ask one bank for all of them.
    @Test func `begins neighbours at different places of a page`() async {
        await #expect(processExitsWith: .success) {
            let blocks = (0..<8).map { _ in Memory.allocate(bytes: 4 << 20) }
            precondition(Set(blocks.map { Int(bitPattern: $0) % 4_096 }).count == 8)
        }
    }

    @Test func `serves many threads at once`() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 { group.addTask { ownsItsBlocks(task) } }
            for await owns in group { #expect(owns) }
        }
    }
}

/// The same throws in every run.
private struct Dice: RandomNumberGenerator {
    private var state: UInt64 = 1
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

/// True if no other task wrote to the blocks of this one.
private func ownsItsBlocks(_ task: Int) -> Bool {
    (0..<300).allSatisfy { round in
        let count = round % 20 == 0 ? 150_000 + task * 1_000 : 100 + round % 7 * 50
        let block = Memory.allocate(bytes: count * 8).bindMemory(to: Int.self, capacity: count)
        block.initialize(repeating: task, count: count)
        defer { Memory.deallocate(block) }
        return (0..<count).allSatisfy { block[$0] == task }
    }
}

@Suite struct `Free places` {
    @Test func `become one with those they touch`() {
        var free = FreePlaces()
        for place in [40..<50, 10..<20, 30..<40] { free.put(place) }
        #expect(free.places == [10..<20, 30..<50] && free.bytes == 30)
        free.put(20..<30)
        #expect(free.places == [10..<50] && free.bytes == 40)
    }

    @Test func `are filled from the first that is long enough`() {
        var free = FreePlaces()
        for place in [0..<10, 20..<60, 70..<100] { free.put(place) }
        #expect(free.take(30) == 20 && free.take(30) == 70 && free.take(10) == 0 && free.take(11) == nil)
        #expect(free.places == [50..<60] && free.bytes == 10)
    }

    @Test func `give back whole pages alone, from the end of the longest`() {
        var free = FreePlaces()
        for place in [5..<38, 47..<89] { free.put(place) }
        #expect(free.takeLongest(upTo: 20, inUnitsOf: 10) == 60..<80)
        #expect(free.takeLongest(upTo: 20, inUnitsOf: 10) == 10..<30)
        #expect(free.places == [5..<10, 30..<38, 47..<60, 80..<89] && free.bytes == 35)
        #expect(free.takeLongest(upTo: 100, inUnitsOf: 10) == 50..<60)
        #expect(free.takeLongest(upTo: 100, inUnitsOf: 10) == nil && free.bytes == 25)
    }
}
