// The scripts of Tools, called as people call them: from anywhere, with numbers that are none, without Swift.

import Common
import Foundation
import TestSupport
import Testing

@Suite struct `Scripts` {
    private func run(_ script: String, in folder: URL? = nil, _ environment: [String: String?] = [:]) throws -> Child {
        let path = projectFolder.appending(path: "Tools/\(script)").path
        return try Program(URL(filePath: "/bin/sh"), [path, "zip"], in: folder, environment: environment).run()
    }

    /// What is printed is what was run: "abc cases" were 200.
    @Test(arguments: [
        ("COUNT", "abc"), ("COUNT", "0"), ("COUNT", "-5"), ("SEED", "1.5"), ("SEED", "99999999999999999999"),
    ])
    func `fuzzing refuses what is no number of cases, and no seed`(_ name: String, _ value: String) throws {
        let child = try run("fuzz.sh", [name: value])
        #expect(!child.succeeded && child.errors.hasPrefix("fuzz: \(name)=\(value) is "))
        #expect(child.output.isEmpty)
    }

    @Test(arguments: ["slow-tests.sh", "count-chapters.sh", "fuzz.sh"])
    func `without Swift they say how to get it, and leave nothing where they were called`(_ script: String) throws {
        try withFolder { folder in
            // A PATH with hardly anything on it.
            let (programs, place) = (folder.appending(path: "bin"), folder.appending(path: "some place"))
            for folder in [programs, place] {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try FileManager.default.createSymbolicLink(
                atPath: programs.appending(path: "dirname").path, withDestinationPath: "/usr/bin/dirname")
            let child = try run(script, in: place, ["PATH": programs.path])
            #expect(!child.succeeded && child.errors.contains("Swift is missing. Install Swift 6.2 or later"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
        }
    }
}
