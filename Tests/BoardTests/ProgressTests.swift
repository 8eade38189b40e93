import Foundation
import Testing

@testable import Board

@Suite struct `Progress` {
    let id = ExerciseID(chapter: 9, number: 2)

    @Test func `comes back as it was saved`() throws {
        try withProject { root in
            var progress = PracticeProgress()
            progress[id] = PracticeProgress.Entry(solved: true, hints: 2)
            try ProgressFile(root: root).save(progress)
            let loaded = try ProgressFile(root: root).load()
            #expect(loaded.progress == progress && loaded.notice == nil)
        }
    }

    @Test func `starts with nothing, and reads files that know less or more`() throws {
        try withProject { root in
            #expect(try ProgressFile(root: root).load().progress == PracticeProgress())
            try write(#"{"exercises": {"9.2": {"hints": 1, "mood": "good"}}}"#, to: ".groundup/progress.json", in: root)
            #expect(try ProgressFile(root: root).load().progress[id] == PracticeProgress.Entry(solved: false, hints: 1))
        }
    }

    @Test func `that cannot be read is set aside and not lost`() throws {
        try withProject { root in
            for name in ["progress.broken.json", "progress.broken-2.json"] {
                try write("{ half \(name)", to: ".groundup/progress.json", in: root)
                let (progress, notice) = try ProgressFile(root: root).load()
                #expect(progress == PracticeProgress() && notice?.contains(name) == true)
                #expect(try read(".groundup/\(name)", in: root) == "{ half \(name)")
            }
            #expect(try ProgressFile(root: root).load().notice == nil)
        }
    }
}
