// The page about Swift: what its tables say is what its code does, and what Python gives.

import Common
import Foundation
import TestSupport
import Testing

@testable import Notebook

@Suite struct `Swift for people who know Python` {
    @Test func `its tables show the code that was run`() throws {
        let file = projectFolder.appending(path: "Sources/Book/Notebook/SwiftForPython.swift")
        let source = try readText(file).split { $0.isWhitespace }.joined(separator: " ")
        // ("digits[-1]", "digits.last!", digits.last!)
        let rows = source.matches(of: /\( ?"(?:[^"\\]|\\.)*", "((?:[^"\\]|\\.)*)",\s/)
        for row in rows {
            let (shown, run) = (row.1.replacing(/\\(.)/) { $0.1 }, source[row.range.upperBound...])
            #expect(run.hasPrefix(shown), "the table shows \(shown), but what runs is \(run.prefix(60))")
        }
        #expect(rows.count == (try tables()).flatMap(\.self).count)
    }

    /// What Python 3 answers to the left column.
    @Test func `both languages give the same`() throws {
        let results = try tables().map { $0.map { $0[2] } }
        let (lists, closures, optionals) = (results[0], results[1], results[2])
        #expect(
            lists == [
                "3", "7", "[7, 8]", "[7, 8, 7]", "[3, 7]", "[8, 7]", "[3, 7, 8, 7, 1]", "4", "true", "[3, 7, 7, 8]",
                "[0, 1, 2, 3]", "[0, 5]",
            ])
        #expect(
            closures == [
                "[6, 14, 16, 14]", "[7, 8, 7]", "true", "25", "[4, 9]", "[0, 1, 2, 3]", "9", "4 digits",
            ])
        #expect(optionals == ["6131", "nil", "0"])
    }

    @Test func `tensors give what PyTorch's give`() throws {
        let results = try tables()[3].map { $0[2].split(separator: "]  ").last.map(String.init) }
        #expect(
            results == [
                "true  true  false  false", "true  true  true  true", "4.0", "2.  4.", "2.  4.", "5.  11.", "2.  3.",
                "1.  2.  3.  4.", "3.",
            ])
    }

    @Test func `the rest of the page shows what it says`() throws {
        let texts = try Run.capture(SwiftForPython.self).outputs.filter { $0.kind != .table }.map(\.text)
        #expect(texts.prefix(7) == ["1.0 and 6.0", "6.00", "6265", "6", "twelve", "42", "[1, 2] and [9, 2]"])
    }

    /// The rows of the page's tables.
    private func tables() throws -> [[[String]]] {
        try Run.capture(SwiftForPython.self).outputs.compactMap { $0.table?.rows }
    }
}
