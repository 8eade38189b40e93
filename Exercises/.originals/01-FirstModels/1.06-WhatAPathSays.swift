// Exercise 1.6 · What a path says
// Section 1.5: Chapters/01-FirstModels/05-WhereLabelsComeFrom.swift

import Practice

/// A label function that does not fall into the trap of the page.
///
/// `path` is the path of a file, such as "/Home/Pets/images/great_pyrenees_173.jpg": names of folders and of the file,
/// with "/" between them. Return "cat" if the *file's* name begins with a capital letter, "dog" if it begins with a
/// small one, of any alphabet. Return nil, so that the file can be left out, if
///
/// - the file's name begins with anything else: a digit, a dot (hidden files), an underscore;
/// - the path ends with "/", and so names a folder, or is empty;
/// - the file is no photo by its ending: only jpg, jpeg and png are, in capitals or small letters.
public func petLabel(_ path: String) throws -> String? {
    throw Unanswered("1.6")
}
