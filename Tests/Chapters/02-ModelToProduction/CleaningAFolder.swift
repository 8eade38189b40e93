// The cleaner: its lists, what becomes of files, and that no photo is lost when a program is killed in the middle.

import Common
import Foundation
import TestSupport
import Testing
import Vision

@testable import Chapter02

private let practiceMarks: [String: CleaningMark] = [
    "black/2.jpg": .delete, "black/12.jpg": .change(to: "grizzly"), "grizzly/7.jpg": .change(to: "teddy"),
]

@Suite struct `2.4 The cleaner` {
    @Test func `shows the worst of a kind and a set first, and gives back two lists`() {
        func item(_ name: String, _ part: DatasetPart, _ actual: String, _ loss: Float) -> ImageClassifierCleaner.Item {
            .init(
                file: URL(filePath: name), part: part, actual: actual, predicted: "teddy", probability: 0.5, loss: loss)
        }
        var cleaner = ImageClassifierCleaner(
            [
                item("a", .train, "black", 1), item("b", .valid, "black", 9), item("c", .train, "black", 2),
                item("d", .train, "teddy", 7), item("e", .train, "black", 2),
            ], categories: ["black", "teddy"])
        #expect(cleaner.worst("black", .train) == [2, 4, 0] && cleaner.worst("black") == [1, 2, 4, 0])
        #expect(cleaner.worst() == [1, 3, 2, 4, 0] && cleaner.worst("polar").isEmpty)

        cleaner.mark(4, .delete)
        cleaner.mark(0, .delete)
        cleaner.mark(3, .change(to: "black"))
        cleaner.mark(2, .change(to: "black"))  // that is what it is
        #expect(cleaner.delete() == [0, 4])
        #expect(cleaner.change().map(\.place) == [3] && cleaner.change().map(\.category) == ["black"])
        cleaner.mark(0, .keep)
        cleaner.mark(4, .change(to: "teddy"))
        #expect(cleaner.delete().isEmpty && cleaner.change().map(\.place) == [3, 4])
    }

    @Test func `moves nothing onto anything, and takes everything back`() throws {
        try withFolder { place in
            let folder = try practiceFolder(in: place)
            let photos = try CleaningFolder(folder)
            let before = try contents(of: folder)
            let moves = try photos.moves(for: practiceMarks)
            #expect(try contents(of: folder) == before)
            #expect(
                moves == [
                    PhotoMove(from: "black/12.jpg", to: "grizzly/12-2.jpg"),
                    PhotoMove(from: "black/2.jpg", to: ".cleaning/removed/black/2.jpg"),
                    PhotoMove(from: "grizzly/7.jpg", to: "teddy/7.jpg"),
                ])
            try photos.apply(moves)
            #expect(
                try contents(of: folder) == [
                    "black/1.jpg": "black/1.jpg", "grizzly/12-2.jpg": "black/12.jpg",
                    "grizzly/12.jpg": "grizzly/12.jpg",
                    ".cleaning/removed/black/2.jpg": "black/2.jpg", "teddy/7.jpg": "grizzly/7.jpg",
                ])
            // The removed one is where no training looks.
            #expect(try photoFiles(in: folder).count == 4)

            // A second removal of a photo of the same name gets a name of its own.
            try Data("new".utf8).write(to: folder.appending(path: "black/2.jpg"))
            try photos.apply(photos.moves(for: ["black/2.jpg": .delete]))
            #expect(try contents(of: folder)[".cleaning/removed/black/2-2.jpg"] == "new")
            #expect(try photos.undoable == 2 && photos.undo() == 1)
            try FileManager.default.removeItem(at: folder.appending(path: "black/2.jpg"))
            #expect(try photos.undo() == 3 && photos.undo() == 0)
            #expect(try contents(of: folder) == before)
        }
    }

    @Test(arguments: ["", ".", "..", "../../etc", "a/b", ".hidden"])
    func `takes no label that leads out of the folder`(_ label: String) throws {
        try withFolder { place in
            let photos = try CleaningFolder(practiceFolder(in: place))
            #expect(throws: Refusal.self) { try photos.moves(for: ["black/1.jpg": .change(to: label)]) }
        }
    }

    @Test func `keeps marks, and forgets those of photos that are gone`() throws {
        try withFolder { place in
            let folder = try practiceFolder(in: place)
            try CleaningFolder(folder).keep(practiceMarks)
            #expect(try CleaningFolder(folder).marks() == practiceMarks)
            try FileManager.default.removeItem(at: folder.appending(path: "black/2.jpg"))
            #expect(try CleaningFolder(folder).marks().count == 2)
            try Data("{".utf8).write(to: folder.appending(path: ".cleaning/marks.json"))
            let error = #expect(throws: Refusal.self) { try CleaningFolder(folder).marks() }
            #expect(error.map { "\($0)" }?.contains("marks.json") == true)
        }
    }

    @Test func `does not overwrite what came in between`() throws {
        try withFolder { place in
            let folder = try practiceFolder(in: place)
            let photos = try CleaningFolder(folder)
            let moves = try photos.moves(for: practiceMarks)
            try FileManager.default.createDirectory(
                at: folder.appending(path: "teddy"), withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: folder.appending(path: "teddy/7.jpg"))
            try photos.apply(moves)
            let after = try contents(of: folder)
            #expect(after["teddy/7.jpg"] == "mine" && after["grizzly/7.jpg"] == "grizzly/7.jpg" && after.count == 6)
        }
    }
}

@Suite(.serialized) struct `2.4 A program that is killed while it cleans` {
    @Test(arguments: [1, 2, 3])
    func `loses nothing, and the next one ends what it has begun`(_ moment: Int) async throws {
        let place = TemporaryFolder("killed")
        try makeFolder(place.url)
        let folder = try practiceFolder(in: place.url)
        let path = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, moment = moment as Int] in
            let photos = try CleaningFolder(URL(filePath: path))
            try photos.apply(photos.moves(for: practiceMarks)) { if $0 == moment { kill(getpid(), SIGKILL) } }
        }
        let texts = Set(["black/1.jpg", "black/2.jpg", "black/12.jpg", "grizzly/7.jpg", "grizzly/12.jpg"])
        #expect(try Set(contents(of: folder).values) == texts)
        #expect(try contents(of: folder).count { $0.key != $0.value } == moment)
        let photos = try CleaningFolder(folder)
        #expect(try Set(contents(of: folder).values) == texts)
        #expect(try contents(of: folder).count { $0.key != $0.value } == 3)

        // The way back, killed as well.
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, moment = moment as Int] in
            _ = try CleaningFolder(URL(filePath: path)).undo { if $0 == moment { kill(getpid(), SIGKILL) } }
        }
        #expect(try Set(contents(of: folder).values) == texts)
        _ = try CleaningFolder(folder)
        #expect(try contents(of: folder).allSatisfy { $0.key == $0.value })
        #expect(try photos.undoable == 0)
    }
}
