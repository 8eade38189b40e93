// Where the table of epochs goes.

import Foundation
import Synchronization
import Tensors
import Testing
import Training

struct `Epoch tables` {
    @Test func `by default they are printed in aligned columns`() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            try regression(metrics: [Metric("distance") { l1Loss($0, $1).item }]).fit(2, learningRate: 0.1)
        }
        let lines = String(decoding: result.standardOutputContent, as: UTF8.self).split(separator: "\n")
        let cells = lines.map { $0.split(separator: " ") }
        #expect(cells.map(\.first) == ["epoch", "0", "1"] && cells.map(\.count) == [5, 5, 5])
        #expect(cells[0].dropFirst() == ["train_loss", "valid_loss", "distance", "time"])
        #expect(Set(lines.map(\.count)).count == 1)
    }

    @Test func `silently, nothing is printed`() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            try regression().trained(2)
        }
        #expect(result.standardOutputContent.isEmpty)
    }

    @Test func `a custom table gets the columns, the rows and the end`() throws {
        let table = Table()
        let learner = regression(metrics: [Metric("half") { _, _ in 0.5 }])
        try EpochReporting { _ in table }.during { try learner.fit(1, learningRate: 0.1) }
        let losses = learner.recorder.values[0].dropLast().map { String(format: "%.6f", Double($0)) }
        #expect(table.text[0] == "epoch train_loss valid_loss half time")
        #expect(table.text[1].hasPrefix("0 \(losses[0]) \(losses[1]) 0.500000 0"))
        #expect(table.text[2...] == ["end"])
    }

    @Test func `it ends after an error, too`() {
        let table = Table()
        let learner = regression(callbacks: [Thrower(Oops(), before: .train)])
        #expect(throws: Oops.self) {
            try EpochReporting { _ in table }.during { try learner.fit(1, learningRate: 0.1) }
        }
        #expect(table.text == ["epoch train_loss valid_loss time", "end"])
    }

    @Test func `it is told which fit it belongs to`() throws {
        let place = Mutex("")
        let reporting = EpochReporting { found in
            place.withLock { $0 = "\(found.file):\(found.line)" }; return nil
        }
        try reporting.during { try regression().fit(0, learningRate: 0.1) }; let here = "\(#filePath):\(#line)"
        #expect(place.withLock { $0 } == here)
    }

    @Test func `the choice ends with its scope, and an inner one wins`() throws {
        let (outer, inner) = (Table(), Table())
        try EpochReporting { _ in outer }.during {
            try EpochReporting { _ in inner }.during { try regression().fit(0, learningRate: 1) }
            try regression().fit(0, learningRate: 1)
        }
        #expect(outer.text.count == 2 && inner.text.count == 2)
    }
}

/// Keeps the lines of a table.
private final class Table: EpochReporter, Sendable {
    private let lines = Mutex<[String]>([])
    var text: [String] { lines.withLock { $0 } }

    func began(columns: [String]) { row(columns) }
    func row(_ cells: [String]) { lines.withLock { $0.append(cells.joined(separator: " ")) } }
    func ended() { row(["end"]) }
}
