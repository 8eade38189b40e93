// Putting a new folder in the place of an old one takes two steps, and a program may be killed between them. The old
// folder then waits beside its place, under a hidden name, and whoever needs it next takes it back.

import Common
import Foundation

/// Replaces an old folder by a new one. The old one is removed last, when the new one is in its place.
func replace(_ old: URL, with new: URL) throws {
    try takeBack(old)
    let aside = placeAside(of: old)
    removeAll(aside)
    if isFolder(old) { try move(old, to: aside) }
    try move(new, to: old)
    removeAll(aside)
}

/// Puts a folder back if a program was killed before the new one was in its place.
public func takeBack(_ folder: URL) throws {
    let aside = placeAside(of: folder)
    if !isFolder(folder), isFolder(aside) { try move(aside, to: folder) }
}

private func placeAside(of folder: URL) -> URL {
    folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).old")
}

private func move(_ folder: URL, to place: URL) throws {
    guard rename(folder.path, place.path) == 0 else { throw Refusal(trouble(errno, writing: place).description) }
}
