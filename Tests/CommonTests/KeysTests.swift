// Keys on a pseudo-terminal: what is written to one end is typed at the other.

import Foundation
import Testing

@testable import Common

/// One after another: a program has one terminal at a time.
@Suite(.serialized) struct `Single keys` {
    /// Opens both ends: where someone types, and the terminal.
    func withTerminal(_ body: (_ typist: Int32, _ terminal: Int32) async throws -> Void) async throws {
        var (typist, terminal): (Int32, Int32) = (-1, -1)
        try #require(openpty(&typist, &terminal, nil, nil, nil) == 0)
        defer { [typist, terminal].forEach { close($0) } }
        try await body(typist, terminal)
    }

    /// Milliseconds that no key takes, on the busiest machine; a test that waited for ever would stop all others.
    let patience: Int32 = 60_000

    func type(_ text: String, _ typist: Int32) { _ = write(typist, text, text.utf8.count) }

    func waitsForLines(_ terminal: Int32) -> Bool {
        var state = termios()
        tcgetattr(terminal, &state)
        return state.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
    }

    @Test func `come one by one, without Enter`() async throws {
        try await withTerminal { typist, terminal in
            let keys = try #require(Keys(terminal))
            type("hé", typist)
            try #require(keys.next(within: patience) == .key("h"))
            #expect(keys.nextCharacter() == "é")
            #expect(keys.next(within: 1) == .nothing)
        }
    }

    @Test func `that are arrows mean nothing, and Ctrl-D is the end`() async throws {
        try await withTerminal { typist, terminal in
            let keys = try #require(Keys(terminal))
            type("\u{1B}[A", typist)
            #expect(keys.next(within: 1000) == .nothing)
            type("\u{4}", typist)
            #expect(keys.next(within: patience) == .end)
        }
    }

    @Test func `leave the terminal as it was`() async throws {
        try await withTerminal { _, terminal in
            #expect(waitsForLines(terminal))
            var keys = Keys(terminal)
            #expect(!waitsForLines(terminal))
            keys = nil
            #expect(waitsForLines(terminal), "\(String(describing: keys))")
        }
    }

    @Test func `are of one terminal at a time`() async throws {
        try await withTerminal { typist, terminal in
            let keys = try #require(Keys(terminal))
            try await withTerminal { _, other in
                #expect(Keys(other) == nil)
                #expect(waitsForLines(other))
            }
            #expect(!waitsForLines(terminal))
            type("h", typist)
            #expect(keys.next(within: patience) == .key("h"))
        }
    }

    @Test func `there are none without a terminal`() throws {
        let pipe = Pipe()
        #expect(Keys(pipe.fileHandleForReading.fileDescriptor) == nil)
    }

    @Test func `a program that is interrupted leaves the terminal as it was`() async throws {
        try await withTerminal { _, terminal in
            let name = String(cString: ttyname(terminal))
            await #expect(processExitsWith: .signal(SIGINT)) { [name = name as String] in
                let keys = Keys(open(name, O_RDWR | O_NOCTTY))
                kill(getpid(), SIGINT)
                _ = keys?.nextCharacter()
            }
            #expect(waitsForLines(terminal))
        }
    }
}
