// `make stubs` as an author runs it, in a small project.

import Common
import Foundation
import TestSupport
import Testing

@Suite struct `Copying the stubs` {
    func copyStubs(in root: URL) throws -> Child {
        // The script works in the project that it lies in, wherever it is called.
        let tools = root.appending(path: "Tools")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        let script = tools.appending(path: "stubs.sh")
        try Data(contentsOf: projectFolder.appending(path: "Tools/stubs.sh")).write(to: script)
        return try withFolder { elsewhere in try Child.run("sh", [script.path], in: elsewhere) }
    }

    @Test func `brings new and changed stubs to the originals`() throws {
        try withProject(twoChapters) { root in
            try write(stub("9.1", "Changed"), to: "Exercises/09-TreesAndForests/9.01-A.swift", in: root)
            try write(stub("11.1"), to: "Exercises/11-New/11.01-E.swift", in: root)
            #expect(try copyStubs(in: root).succeeded)
            let originals = "Exercises/.originals"
            #expect(try read("\(originals)/09-TreesAndForests/9.01-A.swift", in: root) == stub("9.1", "Changed"))
            #expect(try read("\(originals)/11-New/11.01-E.swift", in: root) == stub("11.1"))
        }
    }

    @Test func `names an answer, and copies nothing then`() throws {
        try withProject(twoChapters) { root in
            let answered = "Exercises/09-TreesAndForests/9.02-B.swift"
            try write("func answer() throws -> Int { 42 }", to: answered, in: root)
            try write(stub("9.1", "Changed"), to: "Exercises/09-TreesAndForests/9.01-A.swift", in: root)
            let child = try copyStubs(in: root)
            #expect(!child.succeeded && child.errors.contains(answered) && !child.errors.contains("9.01-A.swift"))
            let original = "Exercises/.originals/09-TreesAndForests/9.01-A.swift"
            #expect(try read(original, in: root) == stub("9.1", "First"))
        }
    }
}
