// Options that only one chapter has, each of which names a file:
//
//     let (files, others) = try FileOptions("--image").taken(from: arguments)
//     ChapterType.main(others)

import Common
import Foundation

/// Options that name files of the reader, and are taken out of a command line before the chapter reads the rest.
public struct FileOptions: Sendable {
    let names: [String]
    private let takesFolders: Bool

    /// - Parameters:
    ///   - names: "--image".
    ///   - takesFolders: whether a folder will do as well as a file.
    public init(_ names: String..., takesFolders: Bool = false) {
        (self.names, self.takesFolders) = (names, takesFolders)
    }

    /// The file of each option that was given, `--image FILE` or `--image=FILE`, and all other arguments.
    /// - Throws: `Refusal` when an option has no file, is given twice, or names what is not there.
    public func taken(from arguments: [String]) throws -> (files: [String: URL], others: [String]) {
        var files: [String: URL] = [:]
        var others: [String] = []
        var place = 0
        while place < arguments.count {
            let parts = arguments[place].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            place += 1
            let name = String(parts[0])
            guard names.contains(name) else {
                others.append(arguments[place - 1])
                continue
            }
            let isApart = parts.count == 1
            guard let file = isApart ? arguments[place...].first : String(parts[1]), !file.isEmpty else {
                throw Refusal("\(name): name a file \(takesFolders ? "or a folder " : "")after it")
            }
            if isApart { place += 1 }
            if files[name] != nil { throw Refusal("\(name) is given twice: one file at a time") }
            files[name] = try existing(file, for: name)
        }
        return (files, others)
    }

    private func existing(_ file: String, for name: String) throws -> URL {
        let url = URL(filePath: (file as NSString).expandingTildeInPath)
        func refuse(_ problem: String, try advice: String = adviceToOpen) -> Refusal {
            Refusal("\(name) \(file): \(problem)\n  try: \(advice)")
        }
        var status = stat()
        guard stat(url.path, &status) == 0 else {
            let code = errno
            let isLink = lstat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
            if code == ELOOP { throw refuse("this is a link that leads back to itself") }
            if isLink { throw refuse("this is a link that leads nowhere") }
            throw refuse(code == ENOENT ? "there is no such file" : "cannot be opened: \(reason(code))")
        }
        if isFolder(url), !takesFolders { throw refuse("this is a folder", try: "a file in it") }
        return url
    }
}

extension Chapter {
    /// Runs the chapter as a program that also understands an option with a file of the reader. With a file and no
    /// section, it runs the section that looks at it.
    /// - Parameters:
    ///   - place: where the chapter finds the file.
    ///   - check: throws what is wrong with the file, so that it is said now, and not after all that comes before.
    public static func main(
        withFile option: String, takesFolders: Bool = false, in place: TaskLocal<URL?>, section: Int,
        check: (URL) throws -> Void = { _ in }
    ) {
        do {
            let options = FileOptions(option, takesFolders: takesFolders)
            let (files, others) = try options.taken(from: Array(CommandLine.arguments.dropFirst()))
            if let file = files[option] { try check(file) }
            let runsAll = files.isEmpty || others.contains { $0.hasPrefix("--section") }
            place.withValue(files[option]) { main(runsAll ? others : others + ["--section", "\(section)"]) }
        } catch {
            warn("\(executableName): \(sentence(for: error))")
            exit(64)
        }
    }
}
