// # Get writing!
//
// Section 2.7 · After this page you have the draft of a first post, and know what this chapter was about.

import Common
import Figures
import Foundation
import Notebook

// Part of using what one has learned is to tell it. Rachel Thomas gives reasons to keep a blog: it is like a résumé,
// only better; it helps to learn, since what cannot be put into words has not been understood; it brings invitations
// and people to talk to; and it saves time, because an answer that was written once need not be written again. You need
// not be an expert. You are the best person to help those who are one step behind you: you still know what was hard.
//
// What to write about? What you have just done. `draft` makes a post out of a worksheet: a heading, and a part for each
// thing that readers want to know, with your own words where there are some, and a question where there are none:

/// The draft of a post about a project, in Markdown.
public func draft(_ title: String, of sheet: Worksheet) -> String {
    let parts = [
        ("What I wanted", ["objective", "levers"]), ("What I had", ["data", "baseline"]),
        ("What I tried", ["models"]), ("What could go wrong out there", ["different", "signs"]),
        ("If it goes really well", ["affected", "extreme", "known"]),
    ]
    let questions = Dictionary(uniqueKeysWithValues: WorksheetQuestion.all.map { ($0.key, $0.words) })
    let sections = parts.map { heading, keys in
        "## \(heading)\n\n" + keys.map { sheet.answers[$0] ?? "(\(questions[$0]!))" }.joined(separator: "\n\n")
    }
    return (["# \(title)"] + sections + ["## What surprised me", "(The one thing that I did not expect.)"])
        .joined(separator: "\n\n") + "\n"
}

extension ModelToProduction {
    func aDraftOfAPost() throws {
        let sheet = try Worksheet(
            """
            objective: Nobody at the camp meets a bear.
            data: 500 photos from the internet.
            """)
        let post = draft("Warned of bears", of: sheet)
        show(String(post.prefix(220)) + " …", "the beginning of a post")
        show(
            post.count { $0 == "(" }, "questions that are left for you to answer",
            predict: .count(
                "The draft has places for 10 answers of the worksheet and for one surprise. Two answers are there. How many are left?",
                9))
        // (Where posts live, and how to check them, is in chapter 20. `swift run book post ch02` makes a post of this
        // whole chapter, with its pictures, as an example of what one may look like.)
    }

    func whatWasDone() {
        // That is the way from an idea to something that people use. There were photos to gather and to distrust; a
        // template that turns files into batches; a net that others had trained, and a few minutes to make it yours;
        // its errors, some of which are errors of the labels; a file, and a page in a browser around it. And then all
        // that a number on a validation set does not know: night, drift, people who rely on it, and the world that
        // answers.
        var table = TextTable(["before you build", "before you release", "as long as it runs"])
        table.add("what is it for? (section 2.1)", "on pictures of the real cameras (section 2.6)", "weekly reports")
        table.add("what would the simplest rule do?", "on last year's data", "indices of drift")
        table.add("who is affected?", "beside people, then in one place", "somebody who may stop it")
        show(table, "What this chapter adds to an accuracy")
        // How a net is trained has hardly been said so far. Chapter 3 stays with what models do to people, and chapter
        // 4 opens the net.
    }
}
