// # Who sees what
//
// Section 3.4 · After this page you know why a team of people who are alike overlooks more than its number suggests.

import Figures
import Foundation
import Notebook
import Tensors

// Fewer than 12 % of researchers in artificial intelligence are women. Of women in technology, 41 % leave; of men, 17
// %. In a study of 60 women of colour in science and technology, every single one told of discrimination. Studies of
// feedback find that women get vaguer criticism, which one cannot act on, and that the same words are judged more
// convincing in a man's voice. And a firm that had placed more than 300 engineers found that companies look for people
// like their founders, whatever the work needs. (The book has these numbers from studies of the years up to 2019; they
// have moved since.)
//
// That is unfair to those who are kept out. It is also a loss to the work: Tracy Chou, one of the first engineers of
// the site Quora, insisted on a button that blocks people, because she was harassed there herself. Others on the team
// had not thought of it, since it had not happened to them.
//
// How much is overlooked? Say that there are 40 ways in which a project can do harm, and each is easily seen by people
// with one of four backgrounds (with probability one half) and hardly by others (one in twenty). Those are assumptions;
// what follows from them is arithmetic. `overlooked` is the expected number of dangers that nobody sees:

/// Dangers of 40 that nobody in a team sees, if a danger belongs to one of four backgrounds.
/// - Parameter team: how many of each background are in it.
public func overlooked(_ team: [Int], near: Double = 0.5, far: Double = 0.05) -> Double {
    let size = team.reduce(0, +)
    return (0..<4).reduce(0) { sum, kind in
        sum + 10 * pow(1 - near, Double(team[kind])) * pow(1 - far, Double(size - team[kind]))
    }
}

extension DataEthics {
    func whoSeesWhat() {
        let teams: [(words: String, team: [Int])] = [
            ("eight of one background", [8, 0, 0, 0]), ("six of one, two of another", [6, 2, 0, 0]),
            ("four and four", [4, 4, 0, 0]), ("two of each", [2, 2, 2, 2]),
        ]
        var table = TextTable(["eight people", "dangers overlooked, of 40"], decimals: 1)
        for (words, team) in teams { table.add(words, overlooked(team)) }
        let (alike, mixed) = (overlooked([8, 0, 0, 0]), overlooked([2, 2, 2, 2]))
        show(
            table, "What eight people overlook, by who they are",
            predict: .change(
                "Eight people of one background, or two of each of four: does the mixed team overlook fewer or more?",
                from: alike, to: mixed))
        let sizes = [1, 2, 4, 8, 16, 32].map { 4 * $0 }
        show(
            Chart(
                "More people, or other people?", x: "people in the team", y: "dangers overlooked, of 40",
                xScale: .logarithmic
            ) {
                Line(sizes, sizes.map { overlooked([$0, 0, 0, 0]) }, "all alike")
                Line(sizes, sizes.map { overlooked([$0 / 4, $0 / 4, $0 / 4, $0 / 4]) }, "a quarter of each")
            }, "Dangers that nobody sees")
        record("teams/overlooked-by-eight-who-are-alike", alike)
        record("teams/overlooked-by-eight-two-of-each-kind", mixed)
        // How large is a team of one kind that overlooks as few as the mixed eight?
        let needed = (8...400).first { overlooked([$0, 0, 0, 0]) <= mixed }!
        record("teams/people-of-one-kind-for-the-same", needed)
        // The assumption does the work: that people see what has happened to them. It can be checked by asking each
        // member of a team, alone, for the dangers that they see, and comparing the lists.
    }
}
