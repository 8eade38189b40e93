// Files that people write on all kinds of systems.

import Foundation
import TestSupport
import Testing

@testable import Common

@Suite struct `The lines of a text` {
    @Test(arguments: ["a\n\nb\n", "a\r\n\r\nb\r\n", "a\r\rb\r", "\u{FEFF}a\n\r\nb\r"])
    func `are the same whatever ends them`(_ text: String) { #expect(lines(of: text) == ["a", "", "b", ""]) }

    @Test func `are kept as they are otherwise`() {
        #expect(lines(of: "") == [""])
        #expect(lines(of: " a\t\u{2028}\u{B}é日") == [" a\t\u{2028}\u{B}é日"])
    }
}

@Suite struct `A text file` {
    func withFile(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "text-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        try body(file)
    }

    @Test func `is read without byte-order mark and carriage returns`() throws {
        try withFile([0xEF, 0xBB, 0xBF] + Array("é\r\nb".utf8)) { file in
            let (text, lines) = try (readText(file), readLines(file))
            #expect(text == "é\nb" && lines == ["é", "b"])
        }
    }

    @Test func `that is not UTF-8, or not there, is refused by name`() throws {
        try withFile([0x61, 0xFF]) { file in
            let error = #expect(throws: Refusal.self) { try readText(file) }
            #expect(error?.description == "\(file.path) cannot be read: it is not text in UTF-8")
        }
        let error = #expect(throws: Refusal.self) { try readText(URL(filePath: "/no/such/file")) }
        #expect(error?.description.hasPrefix("/no/such/file cannot be read: ") == true)
    }
}
