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
        let files = swiftFiles(below: "Sources/Engine")
        for row in table.rows {
            let (name, place) = (row[2].prefix { $0.isLetter || $0.isNumber }, row[3])
            guard place.hasSuffix(".swift") else {
                #expect(files.contains { $0.contains("/\(place)/") }, "no folder \(place)")
                continue
            }
            let file = try #require(files.first { $0.hasSuffix("/\(place)") }, "no file \(place)")
            let text = try projectText(file)
            let declarations = ["func", "class", "struct", "protocol", "enum"].map { "\($0) \(name)" }
            #expect(name.isEmpty || declarations.contains(where: text.contains), "no \(name) in \(file)")
        }
    }
}
