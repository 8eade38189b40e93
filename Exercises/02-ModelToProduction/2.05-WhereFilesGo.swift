// Exercise 2.5 · Where files go
// Section 2.4, question 2.18: Chapters/02-ModelToProduction/04e-MarksAndMoves.swift

import Practice

/// Where each file is after cleaning; nil for one that was deleted.
///
/// `files` are paths such as "black/12.jpg": one folder, a slash, a name. `delete` has places in `files`, counted from
/// 0; `change` gives files, by their place, another folder. (They are what a cleaner's `delete()` and `change()` say.)
/// Go through the changes by rising place. A file keeps its name, unless a file of this name is in the new folder: one
/// that was there at the beginning (even if it is deleted or goes elsewhere now), or one that has just been moved
/// there. Then its name gets "-2" before its last dot, or "-3", "-4" …, the first that is free. A name without a dot
/// gets it at its end. A change to the folder that the file is in changes nothing.
///
/// Example: ["black/1.jpg", "grizzly/1.jpg"] with change [0: "grizzly"] → ["grizzly/1-2.jpg", "grizzly/1.jpg"].
///
/// nil for all of it, where a place is in both lists or is no place in `files`, and where a new folder is empty, has a
/// slash in it, or begins with a dot.
public func places(of files: [String], delete: [Int], change: [Int: String]) throws -> [String?]? {
    throw Unanswered("2.5")
}
