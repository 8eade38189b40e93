// The program itself, as a reader starts it where there is no terminal.

import Common
import Foundation
import TestSupport
import Testing

@testable import Datasets

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

    @Test(arguments: ["pets --to new --train 1", "bulldozers --to new --train 100", "reviews --to above/new --train 2"])
    func `says why a folder cannot be written, and leaves nothing behind`(_ arguments: String) throws {
        try withFolder { folder in
            let child = try run("sh -c 'ulimit -f 0; exec DATA generate \(arguments)'", in: folder)
            #expect(child.status == 1 && child.errors.contains("cannot be written: File too large"), "\(child.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `says what to do where a disk has no room for an archive, and leaves nothing behind`() throws {
        try withFolder { folder in
            let archive = folder.appending(path: "mine/set.tgz")
            try Common.makeFolder(archive.deletingLastPathComponent())
            try Data(Tar.archive(Tar.member("set/a", [1]))).write(to: archive)
            // A tar that finds the disk full: what it has written so far stays.
            let tar = folder.appending(path: "tar")
            let script = """
                #!/bin/sh
                case "$*" in
                *-xf*)
                    for place; do :; done
                    touch "$place/a"
                    echo "a: Cannot write: No space left on device" >&2
                    exit 2;;
                esac
                exec \(try Tool("tar").url.path) "$@"
                """
            try Data(script.utf8).write(to: tar)
            chmod(tar.path, 0o755)
            let child = try run("PATH=\"\(folder.path):$PATH\" DATA where set --data mine", in: folder)
            let (errors, unpacked) = (child.errors, folder.appending(path: "groundup/unpacked").path)
            #expect(child.status == 1)
            #expect(errors.contains("\(unpacked): the disk has no room for all that set.tgz holds"), "\(errors)")
            #expect(errors.contains("XDG_CACHE_HOME=DIR") && errors.contains("unpack \(archive.path) yourself"))
            #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["mine", "tar"])
        }
    }

    @Test func `says what to do where nothing can be written to the cache`() throws {
        try withFolder { folder in
            let archive = folder.appending(path: "mine/set.tgz")
            try Common.makeFolder(archive.deletingLastPathComponent())
            try Data(Tar.archive(Tar.member("set/a", [1]))).write(to: archive)
            try Data().write(to: folder.appending(path: "groundup"))
            let child = try run("DATA where set --data mine", in: folder)
            #expect(child.status == 1 && child.errors.contains("groundup: is a file, and a folder belongs there"))
            #expect(child.errors.contains("XDG_CACHE_HOME=DIR"), "\(child.errors)")
        }
    }
}
