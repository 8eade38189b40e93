// The last page says where in the engine each thing is that the chapter has built.

import Chapter17
import ChapterSupport
import Foundation
import TestSupport
import Testing

@Suite struct `17.13 From here to the engine` {
    @Test func `every file is there, and has what the table says`() throws {
        let run = try ChapterRun.quick(of: Foundations.self)
        let table = try #require(run.outputs.first { $0.caption == "From here to the engine" }?.table)
        #expect(table.rows.count > 10)
        for row in table.rows {
            let place = "Sources/Engine/\(row[3])"
            #expect(FileManager.default.fileExists(atPath: projectFolder.appending(path: place).path), "\(place)")
            guard place.hasSuffix(".swift"), let name = row[2].firstMatch(of: /^\w+/)?.output else { continue }
            let text = try projectText(place)
            let declarations = ["func", "class", "struct", "protocol", "enum"].map { "public \($0) \(name)" }
            #expect(
                declarations.contains(where: text.contains) || text.contains("class \(name)"), "no \(name) in \(place)")
        }
    }
}
