// The program itself, as a reader starts it where there is no terminal.

import Common
import Foundation
import TestSupport
import Testing

@Suite struct `The program data` {
    private func run(_ command: String, in folder: URL) throws -> Child {
        let program = builtPrograms.appending(path: "data").path
        let line = command.replacingOccurrences(of: "DATA", with: program)
        return try Child.run("sh", ["-c", "unset GROUNDUP_DATA; XDG_CACHE_HOME=\(folder.path) \(line)"], in: folder)
    }

    @Test(arguments: [
        ("DATA where ..", ".. is a path, not the name of a data set"),
        ("DATA where /", "/ is a path, not the name of a data set"),
        ("DATA where nothing", "try: one of those that `swift run data list` shows"),
        ("DATA where cifar10", "try: `swift run data get cifar10`"),
        ("DATA list --data /etc/passwd", "this is a file, and no folder"),
        ("DATA generate digits --to new --train -5", "--train and --valid take numbers from 1 to 100000."),
    ])
    func `refuses what makes no sense`(_ command: String, _ words: String) throws {
        try withFolder { folder in
            let child = try run(command, in: folder)
            #expect(child.status != 0 && child.errors.contains(words), "\(child.errors)")
        }
    }

    @Test func `says why a folder cannot be written, and leaves nothing behind`() throws {
        try withFolder { folder in
            let child = try run("sh -c 'ulimit -f 0; exec DATA generate pets --to new --train 1'", in: folder)
            #expect(child.status == 1 && child.errors.contains("cannot be written: File too large"), "\(child.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}
