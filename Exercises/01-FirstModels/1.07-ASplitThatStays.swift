// Exercise 1.7 · A split that stays
// Section 1.5, question 1.20: Chapters/01-FirstModels/05d-TheOtherFifth.swift

import Practice

/// Whether a file is held back, decided by its name alone.
///
/// A split by a seed is the same again only as long as the list of files is the same: with one photo more, all is dealt
/// anew, and photos that were held back are learned from. So let the name decide. Compute a number from the name's
/// UTF-8 bytes: begin with 14695981039346656037, and for each byte first take the exclusive or of the number and the
/// byte (`^`), then multiply by 1099511628211, all in `UInt64`, and let what does not fit be lost (`&*`). Finally take
/// the exclusive or of the number and of itself shifted right by 32 bits. The file is held back if the remainder of
/// that number by 1,000,000, divided by 1,000,000, is below `share`.
public func isHeldBack(_ name: String, share: Double) throws -> Bool {
    throw Unanswered("1.7")
}
