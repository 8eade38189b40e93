// Running other programs: the shell stands for all of them.

import Foundation
import Testing

@testable import Common

private func sh(_ script: String) -> Program { Program(URL(filePath: "/bin/sh"), ["-c", script]) }

@Suite struct `A program that is run` {
    @Test func `says how it ended, and what it printed where`() throws {
        let child = try sh("echo out; echo err >&2; exit 3").run()
        #expect(child.output == "out\n" && child.errors == "err\n")
        #expect(child.status == 3 && child.signal == nil && !child.succeeded && !child.isOverdue)
        #expect(try sh("true").run().succeeded)
    }

    @Test func `says which signal ended it`() throws {
        let child = try sh("kill -SEGV $$").run()
        #expect(child.signal == SIGSEGV && !child.succeeded)
    }

    @Test func `gets its arguments, its folder and its environment, and no input`() throws {
        var program = sh("pwd; echo \"$HOME $MORE\"; cat")
        program.folder = URL(filePath: "/")
        program.environment = ["HOME": nil, "MORE": "a b"]
        #expect(try program.run().output == "/\n a b\n")
        #expect(try Child.run("printf", ["%s|", "a b", ""]).output == "a b||")
    }

    @Test func `is not told of the repository whose hook runs us`() async {
        await #expect(processExitsWith: .success) {
            setenv("GIT_COMMON_TESTS", "hook", 1)
            exit(try sh("echo \"<$GIT_COMMON_TESTS>\"").run().output == "<>\n" ? 0 : 1)
        }
    }

    @Test func `begins without blocked signals`() async throws {
        await #expect(processExitsWith: .success) {
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            signal(SIGTERM, SIG_IGN)
            exit(try sh("kill -TERM $$; sleep 60").run().signal == SIGTERM ? 0 : 1)
        }
    }

    @Test func `that is not there is refused by name`() {
        let error = #expect(throws: Refusal.self) { try Child.run(URL(filePath: "/no/such/program")) }
        #expect(error?.description.hasPrefix("/no/such/program: cannot be started: No such file") == true)
    }

    @Test func `may print without end: what is kept is the beginning`() throws {
        var program = sh("printf 'begin'; yes | head -c 3000000; (yes | head -c 3000000) >&2")
        program.keeping = 1000
        let child = try program.run()
        #expect(child.succeeded && child.output.utf8.count == 1000 && child.output.hasPrefix("beginy\n"))
    }
}

@Suite struct `A program that is listened to` {
    @Test func `passes on its lines as they come`() throws {
        var lines: [String] = []
        let child = try sh("printf 'a\\nb'; printf 'c\\n\\nrest'").run { lines.append($0) }
        #expect(lines == ["a", "bc", "", "rest"] && child.succeeded)
    }

    @Test func `is ended when its listener has heard enough`() throws {
        struct Enough: Error {}
        var lines = 0
        #expect(throws: Enough.self) {
            _ = try sh("yes").run { (_: String) in
                lines += 1
                if lines == 3 { throw Enough() }
            }
        }
        #expect(lines == 3)
    }
}

@Suite struct `A program and its time` {
    /// A script that starts a program of its own, which would create `file` a second later.
    func scriptThatLeaves(_ file: URL, andThen rest: String) -> Program {
        sh("(sleep 1; touch '\(file.path)') & \(rest)")
    }

    func withFile(_ body: (URL) throws -> Void) rethrows {
        let file = FileManager.default.temporaryDirectory.appending(path: "left-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file)
    }

    @Test func `ends when its time is up, with everything that it started`() throws {
        try withFile { file in
            var program = scriptThatLeaves(file, andThen: "wait")
            program.timeLimit = .milliseconds(100)
            let child = try program.run()
            #expect(child.isOverdue && !child.succeeded)
            Thread.sleep(forTimeInterval: 1.5)
            #expect(!FileManager.default.fileExists(atPath: file.path), "a child of the child kept running")
        }
    }

    @Test func `ends even if it refuses to`() throws {
        var program = sh("trap '' TERM; echo begun; while true; do sleep 0.05; done")
        program.timeLimit = .seconds(2)
        let child = try program.run()
        #expect(child.isOverdue && child.signal == SIGKILL && child.output == "begun\n")
    }

    @Test func `leaves nothing running when it ends on its own`() throws {
        try withFile { file in
            let child = try scriptThatLeaves(file, andThen: "true").run()
            #expect(child.succeeded)
            Thread.sleep(forTimeInterval: 1.5)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    @Test func `has all the time that it wants otherwise, with closed pipes too`() throws {
        var program = sh("exec >&- 2>&-; sleep 0.2; exit 7")
        #expect(try program.run().status == 7)
        program.timeLimit = .seconds(60)
        let child = try program.run()
        #expect(child.status == 7 && !child.isOverdue)
    }

    @Test func `says how long processors worked for it`() throws {
        let child = try sh("i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done").run()
        #expect(child.processorTime > .zero)
    }
}
