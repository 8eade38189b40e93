// Exercise 3.11 · Who else should be asked?
// Section 3.4, question 3.2, further research 4: Chapters/03-DataEthics/04c-WhoSeesWhat.swift

import Practice

/// Further research (teams): a team that sees as many dangers as possible, chosen one by one. Everybody has written
/// down, alone, the numbers of the dangers that they see. Choose first the person who sees most; then again and again
/// the one who adds most to what the team sees already; of several, the one who comes first. Stop when `size` people
/// are chosen, or when nobody adds anything.
///
/// The chosen people by their number, in the order in which they were chosen.
///
/// [[1, 2, 3], [1, 2, 3, 4], [9], [2]], 3 → [1, 2]
public func bestTeam(_ seen: [Set<Int>], size: Int) throws -> [Int] {
    throw Unanswered("3.11")
}
