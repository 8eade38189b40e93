// How a program begins, each in a process of its own.

import Foundation
import TestSupport
import Testing

@testable import Common

@Suite struct `A program that begins` {
    @Test func `has three standard streams, whatever it was started with`() async {
        await #expect(processExitsWith: .success) {
            for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { close(stream) }
            beginProgram()
            // What is opened next is no stream, and what is said is lost.
            let file = open("/dev/null", O_RDONLY)
            warn("nobody hears this")
            exit(file > STDERR_FILENO ? 0 : 1)
        }
    }

    @Test func `says so when its output cannot be written`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            close(STDOUT_FILENO)
            beginProgram()
            say("nobody hears this")
        }
        let errors = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(errors.contains("standard output cannot be written: Bad file descriptor"))
    }

    @Test func `goes on when the window closes, if it was told to (nohup)`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGHUP, SIG_IGN)
            beginProgram()
            raise(SIGHUP)
            exit(0)
        }
        await #expect(processExitsWith: .signal(SIGHUP)) {
            letSignalEndProgram(SIGHUP)
            beginProgram()
            raise(SIGHUP)
            exit(0)
        }
    }
}
