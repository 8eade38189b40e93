// # What a file's name says
//
//     getY: parentFolder                                   pets/boxer/12.jpg → boxer
//     getY: label(matching: #/(.+)_\d+\.jpg$/#)            great_pyrenees_173.jpg → great_pyrenees
//
// In many data sets the label is in the name of the file or of its folder.

import Foundation

/// The name of the folder that a file is in. (The book's `parent_label`.)
public func parentFolder(_ file: URL) -> String { file.deletingLastPathComponent().lastPathComponent }

/// The name of the folder above the one that a file is in.
public func grandparentFolder(_ file: URL) -> String { parentFolder(file.deletingLastPathComponent()) }

/// What the first parenthesis of a regular expression matches in a file's name. (The book's `RegexLabeller` with
/// `using_attr(…, 'name')`.)
///
/// Try it on one name first: `try label(matching: #/(.+)_\d+\.jpg$/#)(file)`. The function throws ``PhotoProblem``,
/// which names the file, where nothing matches.
public func label(matching pattern: Regex<(Substring, Substring)>) -> @Sendable (_ file: URL) throws -> String {
    labelling(Regex<AnyRegexOutput>(pattern), "the regular expression")
}

/// The same for a pattern that is known only when the program runs.
/// - Throws: ``TargetProblem`` for a pattern that is not one, or has no parenthesis.
public func label(matchingPattern text: String) throws -> @Sendable (_ file: URL) throws -> String {
    let pattern: Regex<AnyRegexOutput>
    do { pattern = try Regex(text) } catch { throw TargetProblem("“\(text)” is not a regular expression: \(error)") }
    guard text.replacing(#/\\./#, with: "").contains(#/\((?!\?)|\(\?<[A-Za-z]/#) else {
        throw TargetProblem("the regular expression “\(text)” has no parenthesis (…) to say what the label is")
    }
    return labelling(pattern, "the regular expression “\(text)”")
}

private func labelling(_ pattern: Regex<AnyRegexOutput>, _ called: String) -> @Sendable (URL) throws -> String {
    let pattern = SharedPattern(pattern)
    return { file in
        let name = file.lastPathComponent
        guard let label = pattern.firstPart(in: name) else {
            throw PhotoProblem(
                file.path, "\(called) matches nothing in its name “\(name)”, so there is no label",
                try: "the pattern on this name alone, or without files of other names")
        }
        return label
    }
}

/// A regular expression that several threads may use, one at a time.
private final class SharedPattern: @unchecked Sendable {
    private let pattern: Regex<AnyRegexOutput>, lock = NSLock()

    init(_ pattern: Regex<AnyRegexOutput>) { self.pattern = pattern }

    /// What its first parenthesis matches; nil where nothing does.
    func firstPart(in text: String) -> String? {
        lock.withLock {
            guard let match = text.firstMatch(of: pattern), match.output.count > 1 else { return nil }
            return match.output[1].substring.map(String.init)
        }
    }
}
