// Single keys: a reader who presses h wants the hint, not a line that begins with h.
//
// For that the terminal has to pass on each key at once and show none of them. That must not last when the program is
// gone, however it ends; Endings.swift sees to it.

import Foundation

/// The keys that a reader presses, one by one.
public final class Keys {
    public enum Press: Equatable, Sendable {
        case key(Character)
        /// No key came in the time that we were willing to wait.
        case nothing
        /// The terminal is gone, or the reader pressed Ctrl-D.
        case end
    }

    private let terminal: Int32
    private var typed: [Character] = []

    /// Takes over a terminal until this object is gone. nil when there is none, in the background (`&`), where keys go
    /// to another program, and while another such object is there.
    public init?(_ terminal: Int32 = STDIN_FILENO) {
        var usual = termios()
        guard tcgetattr(terminal, &usual) == 0, [-1, getpgrp()].contains(tcgetpgrp(terminal)) else { return nil }
        var quiet = usual
        quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard beginQuiet(terminal, usual: usual, quiet: quiet) else { return nil }
        // Only now: an object that is complete would end what it has not begun.
        self.terminal = terminal
    }

    deinit { endQuiet() }

    /// The next key, or `.nothing` when none comes within so many milliseconds; without them, however long it takes.
    public func next(within milliseconds: Int32 = -1) -> Press {
        if typed.isEmpty {
            var wait = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wait, 1, milliseconds)
            // A signal, such as that of a window made larger, interrupts the wait.
            if ready == 0 || (ready < 0 && errno == EINTR) { return .nothing }
            guard ready > 0, read() else { return .end }
        }
        return typed.isEmpty ? .nothing : .key(typed.removeFirst())
    }

    /// The next key, however long it takes; nil at the end.
    public func nextCharacter() -> Character? {
        while true {
            switch next() {
            case .key(let key): return key
            case .nothing: continue
            case .end: return nil
            }
        }
    }

    /// Reads what was typed; false at the end. Arrows and their like come as Escape and more, and mean nothing here.
    private func read() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = Foundation.read(terminal, &bytes, bytes.count)
        guard count > 0, bytes[0] != 4 else { return count < 0 && errno == EINTR }
        if bytes[0] != 27 { typed = Array(String(decoding: bytes.prefix(count), as: UTF8.self)) }
        return true
    }
}
