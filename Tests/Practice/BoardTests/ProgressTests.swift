import Common
import Foundation
import Testing

@testable import Board

@Suite struct `Progress` {
    let id = ExerciseID(chapter: 9, number: 2)

    func file(_ root: URL) -> RecordFile<PracticeProgress> { RecordFile("progress", root: root) }

    @Test func `comes back as it was saved`() throws {
        try withProject { root in
            var progress = PracticeProgress()
            progress[id] = PracticeProgress.Entry(solved: true, hints: 2, gaveUp: true)
            try file(root).save(progress)
            let loaded = try file(root).load()
            #expect(loaded.record == progress && loaded.notice == nil)
        }
    }

    @Test func `starts with nothing, and reads files that know less or more`() throws {
        try withProject { root in
            #expect(try file(root).load().record == PracticeProgress())
            try write(#"{"exercises": {"9.2": {"hints": 1, "mood": "good"}}}"#, to: ".groundup/progress.json", in: root)
            #expect(try file(root).load().record[id] == PracticeProgress.Entry(solved: false, hints: 1))
        }
    }

    @Test(arguments: [(-5, 0), (9, 3), (Int.max, 3)])
    func `has no more hints than there are, whatever a damaged file says`(_ written: Int, _ hints: Int) throws {
        try withProject { root in
            try write("{\"exercises\": {\"9.2\": {\"hints\": \(written)}}}", to: ".groundup/progress.json", in: root)
            #expect(try file(root).load().record[id].hints == hints)
        }
    }

    @Test func `that cannot be read is set aside and not lost`() throws {
        try withProject { root in
            for name in ["progress.broken.json", "progress.broken-2.json"] {
                try write("{ half \(name)", to: ".groundup/progress.json", in: root)
                let (record, notice) = try file(root).load()
                #expect(record == PracticeProgress() && notice?.contains(name) == true)
                #expect(try read(".groundup/\(name)", in: root) == "{ half \(name)")
            }
            #expect(try file(root).load().notice == nil)
        }
    }

    @Test func `says what is in its way`() throws {
        try withProject { root in
            try write("", to: ".groundup", in: root)
            let blocked = #expect(throws: Refusal.self) { try file(root).save(PracticeProgress()) }
            let words = "is a file, and a folder belongs there: rename the file"
            #expect(blocked?.description == "\(root.path)/.groundup \(words)")
        }
        try withProject { root in
            try write("", to: ".groundup/progress.json/x", in: root)
            let folder = #expect(throws: Refusal.self) { try file(root).load() }
            let words = "progress.json cannot be read: it is a folder; rename it"
            #expect(folder?.description == "\(root.path)/.groundup/\(words)")
        }
    }

    @Test func `of many boards at once loses nothing`() throws {
        try withProject { root in
            DispatchQueue.concurrentPerform(iterations: 40) { number in
                _ = try? file(root).update(from: PracticeProgress()) {
                    $0[ExerciseID(chapter: 9, number: number + 1)].solved = true
                }
            }
            let record = try file(root).load().record
            #expect((1...40).allSatisfy { record[ExerciseID(chapter: 9, number: $0)].solved })
        }
    }

    @Test func `of two windows is merged`() throws {
        try withProject(twoChapters) { root in
            var (watching, asking) = (try Desk(root: root), try Desk(root: root))
            _ = try asking.hint(for: asking.curriculum.exercise("9.1"))
            try watching.remember(id) { $0.solved = true }
            let saved = try Desk(root: root).progress
            #expect(saved[id].solved && saved[ExerciseID(chapter: 9, number: 1)].hints == 1)
        }
    }
}
