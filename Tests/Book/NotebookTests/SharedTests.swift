// What sections share, sizes, seeds, and values as text.

import Common
import Foundation
import Synchronization
import Tensors
import Testing

@testable import Notebook

@Suite struct `What is made once` {
    @Test func `is made at the first call and kept`() throws {
        let shelf = try Shelf()
        #expect(shelf.numbers == [1] && shelf.numbers == [1])
        #expect(shelf.words == ["1"])
    }

    @Test func `is made once by many threads`() async throws {
        let shelf = try Shelf()
        let values = await withTaskGroup(of: [Int].self) { group in
            for _ in 0..<16 { group.addTask { shelf.numbers } }
            return await group.reduce(into: Set<[Int]>()) { $0.insert($1) }
        }
        #expect(values == [[1]])
    }

    @Test func `remembers an error`() throws {
        let shelf = try Shelf()
        for _ in 1...2 {
            let error = #expect(throws: Refusal.self) { try shelf.broken }
            #expect(error?.description == "attempt 1 failed")
        }
    }

    @Test func `must not depend on arguments`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = try Shelf().number(plus: 1)
        }
        #expect(errors(of: result).contains("run.once in number(plus:): the second call would get"))
    }
}

/// Things that a chapter might share.
private final class Shelf: Sendable {
    let run: Run
    let made = Mutex(0)

    init() throws { run = try Run.capture(Failing.self, sections: [1]) }

    var numbers: [Int] { run.once { [next()] } }
    var words: [String] { run.once { numbers.map { "\($0)" } } }
    var broken: Int { get throws { try run.once { throw Refusal("attempt \(next()) failed") } } }
    func number(plus one: Int) -> Int { run.once { one } }

    private func next() -> Int {
        made.withLock {
            $0 += 1
            return $0
        }
    }
}

@Suite struct `The size of a run` {
    @Test(arguments: [(RunSize.quick, 1, 1), (.usual, 5, 5), (.full, 20, 5)])
    func `chooses among values`(_ size: RunSize, _ three: Int, _ two: Int) throws {
        var options = RunOptions()
        options.size = size
        let run = try Run.capture(Failing.self, sections: [1], options: options)
        let chosen = (run.size(quick: 1, usual: 5, full: 20), run.size(quick: 1, usual: 5))
        #expect(chosen == (three, two))
    }
}

@Suite struct `Several seeds` {
    @Test func `begin with the run's own, and are the same every time`() throws {
        let run = try Run.capture(Failing.self, sections: [1])
        let first = run.overSeeds(5) { $0.next() }
        var own = run.random
        #expect(first[0] == own.next())
        #expect(Set(first).count == 5)
        let (again, fewer) = (run.overSeeds(5) { $0.next() }, run.overSeeds(2) { $0.next() })
        #expect(again == first)
        #expect(fewer == Array(first.prefix(2)))
    }

    @Test(arguments: [1, 7]) func `are as many as --seeds says, beginning with the same`(_ count: Int) throws {
        var options = RunOptions()
        options.seedCount = count
        let overruled = try Run.capture(Failing.self, sections: [1], options: options)
        let usual = try Run.capture(Failing.self, sections: [1])
        #expect(overruled.overSeeds(3) { $0.next() } == usual.overSeeds(count) { $0.next() })
    }

    @Test(arguments: [1, 2, 3, 5, 8]) func `at once give what they give one after the other`(_ count: Int) throws {
        let run = try Run.capture(Failing.self, sections: [1])
        let oneByOne = run.overSeeds(count) { [$0.next(), $0.next()] }
        #expect(run.overSeedsAtOnce(count) { [$0.next(), $0.next()] } == oneByOne)
        #expect(run.overSeedsAtOnce(count) { _ in Run.current === run } == Array(repeating: true, count: count))
    }

    @Test func `at once throw what the first of them throws that fails`() throws {
        let run = try Run.capture(Failing.self, sections: [1])
        let seeds = run.seeds(4)
        #expect(throws: FailingSeed(number: 1)) {
            try run.overSeedsAtOnce(4) { random in
                let number = seeds.firstIndex(of: random.state)!
                if number % 2 == 1 { throw FailingSeed(number: number) }
            }
        }
    }

    @Test func `of runs with neighbouring seeds are all different`() throws {
        let seeds = try [42 as UInt64, 43].flatMap { seed in
            var options = RunOptions()
            options.seed = seed
            return try Run.capture(Failing.self, sections: [1], options: options).seeds(5)
        }
        #expect(Set(seeds).count == 10)
    }
}

@Suite struct `Values as text` {
    @Test func `are what Swift prints, where that is good`() {
        #expect(valueText(3) == "3")
        #expect(valueText([1, 2]) == "[1, 2]")
        #expect(valueText(["a", "b"]) == #"["a", "b"]"#)
        #expect(valueText((1, "a")) == #"(1, "a")"#)
        #expect(valueText(Float(0.1)) == "0.1")
        #expect(valueText([Int]()) == "[]")
        #expect(valueText(0..<3) == "0..<3")
    }

    @Test func `show what is in an optional`() {
        #expect(valueText(Optional(3) as Any) == "3")
        #expect(valueText([Optional(3), nil]) == "[3, nil]")
        #expect(valueText(Optional<Int>.none as Any) == "nil")
    }

    @Test func `have an order, also in sets and dictionaries`() {
        #expect(valueText(["b": 1, "a": 2, "c": 3]) == #"["a": 2, "b": 1, "c": 3]"#)
        #expect(valueText([10: "x", 9: "y"]) == #"[9: "y", 10: "x"]"#)
        #expect(valueText(Set(["b", "a"])) == #"["a", "b"]"#)
        #expect(valueText([String: Int]()) == "[:]")
    }

    @Test func `show the ends of a long array, and tensors one below the other`() {
        #expect(valueText(Array(0..<1000)) == "[0, 1, 2, 3, 4, …, 997, 998, 999] (1000 elements)")
        let tensors = [Tensor([[1, 2], [3, 4]]), Tensor([[5, 6], [7, 8]])]
        #expect(valueText(tensors) == "\(tensors[0])\n\(tensors[1])")
    }
}

/// What a training throws.
private struct FailingSeed: Error, Equatable {
    let number: Int
}
