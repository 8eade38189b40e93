// Sorting callbacks: every wish holds, nothing else moves, and a circle is named.

import Chapter16
import Tensors
import TestSupport
import Testing

/// Callbacks whose wishes are a matter of their class.
private class A: LoopCallback {}
private final class B: LoopCallback {
    override class var runsBefore: [LoopCallback.Type] { [A.self] }
}
private final class C: LoopCallback {
    override class var runsBefore: [LoopCallback.Type] { [B.self] }
}
private final class D: LoopCallback {
    override class var runsAfter: [LoopCallback.Type] { [A.self, C.self] }
}
private final class Free: LoopCallback {
    let number: Int
    init(_ number: Int) { self.number = number }
}
private final class SubclassOfA: A {}
private final class Circle1: LoopCallback {
    override class var runsBefore: [LoopCallback.Type] { [Circle2.self] }
}
private final class Circle2: LoopCallback {
    override class var runsAfter: [LoopCallback.Type] { [Circle1.self] }
    override class var runsBefore: [LoopCallback.Type] { [Circle3.self] }
}
private final class Circle3: LoopCallback {
    override class var runsBefore: [LoopCallback.Type] { [Circle1.self] }
}
private final class WaitsForCircle: LoopCallback {
    override class var runsAfter: [LoopCallback.Type] { [Circle1.self] }
}
private final class BeforeItself: LoopCallback {
    override class var runsBefore: [LoopCallback.Type] { [BeforeItself.self] }
}

private func names(_ list: [LoopCallback]) throws -> String {
    try sortedByOrder(list).map { "\(type(of: $0))" }.joined(separator: " ")
}

@Suite struct `The order of callbacks` {
    @Test func `is that of the list where nobody has a wish`() throws {
        let list = (0..<10).map { Free($0) }
        #expect(try sortedByOrder(list).map { ($0 as! Free).number } == Array(0..<10))
        #expect(try sortedByOrder([]).isEmpty)
    }

    @Test func `meets all wishes, from either side`() throws {
        #expect(try names([D(), A(), B(), C()]) == "C B A D")
        #expect(try names([A(), D()]) == "A D")
        #expect(try names([D(), A()]) == "A D")
        #expect(try names([A(), B()]) == "B A")
        #expect(try names([A(), C()]) == "A C")  // only B would bring C before A
        #expect(try names([A(), A(), B()]) == "B A A")
        #expect(try names([SubclassOfA(), B()]) == "SubclassOfA B")  // a wish is about that very class
    }

    @Test(arguments: Seeds.all)
    func `holds for every list, and moves nobody without need`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let all: [LoopCallback] = [A(), B(), C(), D(), Free(0), Free(1), Free(2), A(), D()]
            let list = random.permutation(all.count).prefix(7).map { all[$0] }
            let sorted = try sortedByOrder(list)
            #expect(Set(sorted.map(ObjectIdentifier.init)) == Set(list.map(ObjectIdentifier.init)))
            func places<Kind: LoopCallback>(_: Kind.Type) -> [Int] { sorted.indices.filter { sorted[$0] is Kind } }
            func expectBefore(_ first: [Int], _ second: [Int]) {
                for (one, other) in first.flatMap({ one in second.map { (one, $0) } }) { #expect(one < other) }
            }
            expectBefore(places(B.self), places(A.self))
            expectBefore(places(C.self), places(B.self))
            expectBefore(places(A.self), places(D.self))
            expectBefore(places(C.self), places(D.self))
            let free = list.compactMap { ($0 as? Free)?.number }
            #expect(sorted.compactMap { ($0 as? Free)?.number } == free)
        }
    }

    @Test func `that cannot be is an error, which names the circle and nobody else`() throws {
        let list = [WaitsForCircle(), Circle2(), Free(1), Circle3(), Circle1()]
        let error = #expect(throws: CallbackCycle.self) { try sortedByOrder(list) }
        #expect(error?.names.count == 4 && error?.names.first == error?.names.last)
        #expect(error.map { Set($0.names) } == ["Circle1", "Circle2", "Circle3"])
        let twice = (error?.names ?? []) + (error?.names.dropFirst() ?? [])
        #expect("\(twice)".contains("\"Circle1\", \"Circle2\", \"Circle3\""))
        #expect("\(error!)".hasPrefix("these callbacks cannot be sorted: "))
        let own = #expect(throws: CallbackCycle.self) { try sortedByOrder([BeforeItself()]) }
        #expect(own?.names == ["BeforeItself", "BeforeItself"])
        #expect(try names([Circle2(), Circle1()]) == "Circle1 Circle2")
    }

    @Test func `is an error of fit before anything is trained`() {
        let trace = EventTrace()
        let loop = tinyLoop(train: 1, valid: 1, callbacks: [trace, BeforeItself()])
        #expect(throws: CallbackCycle.self) { try loop.fit(1, learningRate: 0.1) }
        #expect(trace.events.isEmpty && loop.recorder.losses.isEmpty)
    }
}
