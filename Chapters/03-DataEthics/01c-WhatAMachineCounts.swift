// # What a machine counts
//
// Section 3.1 · After this page you know why it matters what the thing you build is used for.

import Figures
import Notebook

// Should somebody who writes programs care about any of this? Here is what happened when people did not. In the 1930s
// and 1940s, IBM's machines sorted and counted punch cards for Nazi Germany. Each card was a person, and each hole said
// something about them. What such a machine does is no more than this:

/// How many cards have which code in a column: what a tabulator of the 1930s computed.
public func tabulated(_ cards: [[String: Int]], by column: String) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for card in cards { if let code = card[column] { counts[code, default: 0] += 1 } }
    return counts
}

// Where somebody stands who builds such things is on a chain, `chainOfDecisions`:

/// What a model is a part of, from the people it is about to what is decided about them.
let chainOfDecisions = ["people", "data", "model", "numbers", "decision"]

extension DataEthics {
    func whatAMachineCounts() {
        let cards = [
            ["shelf": 3, "loans": 2], ["shelf": 3, "loans": 0], ["shelf": 7, "loans": 2], ["shelf": 1, "loans": 5],
        ]
        let counts = tabulated(cards, by: "shelf")
        show(
            counts.sorted { $0.key < $1.key }.map { "shelf \($0.key): \($0.value)" }.joined(separator: ", "),
            "four cards of a library, counted by shelf",
            predict: .count("Cards with shelf 3, 3, 7 and 1: how many are counted for shelf 3?", 2))

        // The function does not know what it counts. In the camps, code 8 of a column stood for a Jew, code 12 for a
        // Roma, and in another column 4 for an execution and 6 for the gas chamber. Some 6 million Jews were murdered,
        // and more than 300,000 Roma. The machines were leased, so they had to be set up, adapted and repaired by
        // people of the company, every month, on site. In 1939 its president, Thomas Watson, approved special machines
        // that sorted names alphabetically. Those who did the work trained operators, improved cards, sold supplies.
        // (E. Black, "IBM and the Holocaust", 2001; the book tells more.)
        //
        // What would you have done? Most would have found it hard to see from where they stood. So whoever builds
        // something has to go and see what it is for.
    }

    func wholePipeline() {
        // There is a second case. Volkswagen built cars whose engines were clean only while they were tested. The first
        // person who was sent to prison for that, in 2017, was not a manager. It was an engineer, James Liang, who had
        // done what he was told. So "I only did my job" protects neither others nor oneself.
        //
        // Data, model, numbers, decision: whoever trains a model sits in the middle of this chain, and knows better
        // than anybody on either side what the model can and cannot do. That knowledge has to reach the end of the
        // chain:
        show(
            FlowChart(
                chainOfDecisions, title: "From people to decisions about them",
                repeating: "decision", to: "people", label: "what is decided changes people"),
            "The chain that a model is a part of")
        // Sometimes the right answer is no. "Somebody else will do it" is a weak excuse: if they asked you first, you
        // were their best choice, and the next one will be less good at it, and may have heard that you refused.
    }
}
