// # End of part one
//
// Section 3.6 · After this page you know what to do before you go on.

import Figures
import Notebook

// There are no easy answers here, but there are known ways to go wrong. Julia Angwin, who led the work on COMPAS,
// has said that we are still in the phase of diagnosis, which comes before any cure. And it is of use to know it
// whatever one works on: a reader of the book who runs a fund told its authors that models of markets fail by the same
// causes, by loops of their own trades, and by data that change when one acts on them.

extension DataEthics {
    func endOfPartOne() {
        let table = TextTable(
            ["pitfall", "a question for your next project", "page"],
            rows: [
                ["nobody to turn to", "How does somebody object, and who answers?", "Forty-two babies"],
                ["a loop", "Will its decisions change what it learns from?", "Where to patrol?"],
                ["one number", "What would somebody do who wanted only this number?", "One number alone"],
                ["hidden groups", "For whom is it wrong, how often, in which way?", "Errors of two kinds"],
                ["a wrong label", "What does this column really measure?", "Who sees a doctor?"],
                [
                    "same mistake everywhere", "How many depend on it, and can they go elsewhere?",
                    "The same answer everywhere",
                ],
            ])
        show(table, "What to take along")

        // The first part of the book ends here. Before you go on, do five things:
        show(
            TextTable(
                ["", "to do", "how, here"],
                rows: [
                    ["1", "get a machine that can train", "any with two cores: `make run`"],
                    ["2", "run the first chapter", "`swift run ch01`"],
                    ["3", "try it on pictures of yours", "`swift run ch05 --image FILE`"],
                    ["4", "train on data of yours", "`--data DIR`, or chapter 5 with a folder of photos"],
                    ["5", "think about a project, and what could go wrong with it", "`swift run ch03 --form`"],
                ]), "Five things to do before part two")
        // What comes next is how all of this works, from a single number on: chapter 4.
    }
}
