// Long work shows how far it has come and how long it will still take:
//
//     Reading images  ██████████████░░░░░░░░░░  58 %  3 s left

import Common
import Synchronization

/// Runs `body` with a progress bar of `total` steps, which `body` moves.
///
///     progress("Reading images", files.count) { bar in
///         for file in files { read(file); bar.advance() }
///     }
///
/// The bar appears in a terminal only, once the work has taken a moment, and leaves no trace.
public func progress<Result>(
    _ title: String, _ total: Int, _ body: (ProgressBar) throws -> Result
) rethrows -> Result {
    let bar = ProgressBar(title, total, on: Run.current.map(\.console) ?? .standard)
    defer { bar.end() }
    return try body(bar)
}

/// How far a piece of work has come. Any thread may move the bar.
public final class ProgressBar: Sendable {
    let title: String
    let total: Int
    private let console: Console
    private let started = ContinuousClock.now
    private let state: Mutex<State>

    private struct State {
        var done = 0
        var nextDrawing: ContinuousClock.Instant
    }

    init(_ title: String, _ total: Int, on console: Console) {
        (self.title, self.total, self.console) = (title, total, console)
        state = Mutex(State(nextDrawing: started + .milliseconds(300)))
    }

    /// `steps` more are done.
    public func advance(by steps: Int = 1) { update { $0 + steps } }

    /// `done` steps of the total are done.
    public func move(to done: Int) { update { _ in done } }

    func end() { console.eraseBar() }

    /// Draws at most ten times a second.
    private func update(_ change: (Int) -> Int) {
        state.withLock { state in
            state.done = change(state.done)
            let now = ContinuousClock.now
            guard console.drawsBars, now >= state.nextDrawing else { return }
            state.nextDrawing = now + .milliseconds(100)
            console.draw(bar: line(done: state.done, after: now - started))
        }
    }

    /// The bar as text, no wider than the console.
    func line(done: Int, after elapsed: Duration) -> String {
        let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 1
        let full = Int(share * 24)
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 24 - full)
        let text = "\(title)  \(bar)  \(Int(share * 100)) %\(timeLeft(share, elapsed))"
        return String(text.prefix(max(20, console.style.width - 1)))
    }

    private func timeLeft(_ share: Double, _ elapsed: Duration) -> String {
        guard share > 0, share < 1 else { return "" }
        return "  " + readable(elapsed * (1 / share - 1)) + " left"
    }
}
