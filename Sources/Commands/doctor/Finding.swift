// What the doctor says about one thing: fine, slow, or missing, and what to do about it.

/// One line of the doctor's report.
struct Finding {
    enum State: String { case fine = "✓", note = "·", slow = "!", broken = "✗" }

    let state: State
    let name: String
    let detail: String
    /// The exact thing to do; nil where there is nothing to do.
    var fix: String?

    var text: String {
        let gap = String(repeating: " ", count: max(0, 22 - name.count))
        let line = "\(state.rawValue)  \(name)\(gap) \(detail)"
        return fix.map { line + "\n" + String(repeating: " ", count: 26) + "fix: \($0)" } ?? line
    }
}
