// The program itself, as a reader starts it.

import Common
import Foundation
import Testing

@testable import Board

@Suite struct `The program` {
    func run(_ arguments: String..., in folder: URL) throws -> Child {
        try Child.run(programs.appending(path: "exercises"), arguments, in: folder)
    }

    @Test func `shows the board, from any folder of the project and without colours`() throws {
        try withProject(twoChapters) { root in
            let child = try run(in: root.appending(path: "Exercises"))
            #expect(try child.succeeded && child.output == Desk(root: root).board() + "\n")
        }
    }

    @Test func `remembers hints from run to run`() throws {
        try withProject(twoChapters) { root in
            let pages = try [run("hint", "9.1", in: root), run("hint", "9.1", in: root)].map(\.output)
            #expect(pages[0].contains("2 more to come"))
            #expect(pages[1].contains("1 more to come"))
        }
    }

    @Test(arguments: [
        ["list", "4"], ["check", "4.1"], ["hint", "4.1"], ["reset", "4.1"], ["solution", "4.1"], ["watch", "4.1"],
    ])
    func `refuses what is not there`(_ arguments: [String]) throws {
        try withProject(twoChapters) { root in
            let child = try Child.run(programs.appending(path: "exercises"), arguments, in: root)
            #expect(child.status == 1)
            #expect(child.errors == "Error: chapter 4 has no exercises; there are exercises for chapters 9, 10\n")
        }
    }

    @Test func `says that a broken progress file was set aside`() throws {
        try withProject(twoChapters) { root in
            try write("broken", to: ".groundup/progress.json", in: root)
            let child = try run("list", in: root)
            #expect(child.succeeded && child.errors.contains("progress.broken.json"))
        }
    }

    @Test func `says so outside the project`() throws {
        let child = try run(in: FileManager.default.temporaryDirectory)
        #expect(child.status == 1 && child.errors.contains("is not inside the project"))
    }
}
