// Options of single chapters that name files of the reader.

import Common
import Foundation
import Notebook
import TestSupport
import Testing

@Suite struct `Options that name files` {
    private let options = FileOptions("--image", "--weights")

    @Test func `are taken out of the others, in both ways of writing`() throws {
        try withFolder { folder in
            let (image, weights) = (folder.appending(path: "my = cat.png"), folder.appending(path: "w"))
            for file in [image, weights] { try Data().write(to: file) }
            for arguments in [
                ["--image", image.path, "--quick", "--weights=\(weights.path)", "--seed", "3"],
                ["--quick", "--image=\(image.path)", "--seed", "3", "--weights", weights.path],
            ] {
                let (files, others) = try options.taken(from: arguments)
                #expect(files.mapValues(\.path) == ["--image": image.path, "--weights": weights.path])
                #expect(others == ["--quick", "--seed", "3"])
            }
        }
        let none = try options.taken(from: ["--section", "5", "--images=x"])
        #expect(none.files.isEmpty && none.others == ["--section", "5", "--images=x"])
    }

    @Test(arguments: [
        (["--image"], "--image: name a file"), (["--image="], "--image: name a file"),
        (["--image", "/no/such.png"], "--image /no/such.png: there is no such file"),
        (["--weights=/"], "this is a folder"), (["--image", "/dev/null", "--image=/dev/null"], "given twice"),
    ])
    func `are refused in a sentence`(_ arguments: [String], _ words: String) {
        let error = #expect(throws: Refusal.self) { try options.taken(from: arguments) }
        #expect(error?.description.contains(words) == true)
    }

    @Test func `say of a path that is no file what to try`() throws {
        try withFolder { folder in
            func link(_ name: String, to target: String) -> String {
                let path = folder.appending(path: name).path
                #expect(symlink(target, path) == 0)
                return path
            }
            let wrong = [
                folder.path: "this is a folder", "/no/such.png": "there is no such file",
                link("loop", to: "loop"): "this is a link that leads back to itself",
                link("lost", to: "gone.png"): "this is a link that leads nowhere",
            ]
            for (path, words) in wrong {
                let error = #expect(throws: Refusal.self) { try options.taken(from: ["--image", path]) }
                let lines = error?.description.split(separator: "\n") ?? []
                #expect(lines.first.map(String.init) == "--image \(path): \(words)")
                #expect(lines.count == 2 && lines[1].hasPrefix("  try: "), "\(path)")
            }
        }
    }

    @Test func `may be folders where that is what a chapter wants`() throws {
        let (files, _) = try FileOptions("--image", takesFolders: true).taken(from: ["--image", "/"])
        #expect(files["--image"]?.path == "/")
    }
}
