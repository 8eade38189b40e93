import Common
import Foundation
import Notebook
import Testing

@Suite struct `A run of a chapter` {
    @Test func `all sections run in order`() throws {
        let run = try Run.capture(Tiny.self)
        #expect(run.outputs.map(\.section) == [1, 1, 1, 1, 2, 2, 2])
        #expect(run.outputs.map(\.order) == Array(0..<7))
        #expect(run.dataName == "generated digits")
    }

    @Test func `a section runs alone`() throws {
        let run = try Run.capture(Tiny.self, sections: [2])
        #expect(run.records.map(\.name) == ["training/images"])
    }

    @Test func `sections run once, in the chapter's order`() throws {
        let run = try Run.capture(Tiny.self, sections: [2, 1, 2])
        #expect(run.records.map(\.name) == ["pixels/accuracy", "training/images"])
    }

    @Test(arguments: [0, 3, 99]) func `a section that isn't there is an error that names the range`(_ number: Int) {
        let error = #expect(throws: Refusal.self) { try Run.capture(Tiny.self, sections: [number]) }
        #expect(error?.description == "--section \(number): chapter 4 has sections 1 to 2")
    }

    @Test func `outputs remember their file and line`() throws {
        let output = try Run.capture(Tiny.self).outputs[0]
        #expect(output.file.hasSuffix("TinyChapters.swift"))
        #expect(output.line == Tiny.lineOfFirstShow)
    }

    @Test func `outputs keep text, kind and caption`() throws {
        let outputs = try Run.capture(Tiny.self).outputs
        #expect(outputs.map(\.kind) == [.value, .figure, .figure, .record, .table, .figure, .record])
        #expect(outputs[0].text == "[3]")
        #expect(outputs[0].caption == "shape")
        #expect(outputs[3].text == "0.95112 (book: 0.9511)")
    }

    @Test func `outputs survive a trip through JSON`() throws {
        let outputs = try Run.capture(Tiny.self).outputs
        #expect(try JSONDecoder().decode([Output].self, from: JSONEncoder().encode(outputs)) == outputs)
    }

    @Test func `an error carries its section's number and title`() {
        let error = #expect(throws: (any Error).self) { try Run.capture(Failing.self) }
        #expect(error.map { "\($0)" } == #"section 2, "Bad": digits.png: this is not a PNG file"#)
    }

    @Test func `options reach the chapter`() throws {
        var options = RunOptions()
        (options.seed, options.size, options.dataFolder) = (7, .full, URL(fileURLWithPath: "/data"))
        let run = try Run.capture(Tiny.self, options: options)
        #expect(run.seed == 7 && run.size == .full && run.dataFolder?.path == "/data")
    }

    @Test func `the generator of a run starts afresh each time`() throws {
        let run = try Run.capture(Tiny.self)
        var (first, second) = (run.random, run.random)
        #expect(first.next() == second.next())
    }

    @Test func `outside a run nothing is kept`() {
        #expect(Run.current == nil)
        record("loss", 0.1)
        record("loss", 0.2)
    }

    @Test func `runs side by side don't mix`() async throws {
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try Run.capture(Tiny.self).outputs.count } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 7, count: 8))
    }
}
