// # Labels that come with the text
//
// Section 10.1 · After this page you can say what a language model is, why nobody has to label anything for it, and in
// which three stages a net learns to judge reviews.

import Datasets
import Figures
import Notebook
import Tensors

// Did somebody like a film? To learn that, a net needs reviews with labels, and somebody has to make the labels. But a
// net that has never seen a sentence would have to learn everything from these labels: which words there are, that
// "not" turns what follows, that an ending can be bad while a film is good. A label is one bit. That is little to learn
// a language from.
//
// There is a task that needs no labels: to guess which word comes next. The answer is in the text itself, one word
// further on. Learning of this kind is called *self-supervised*: the labels are part of the input. And whatever guesses
// the next word from the words before it is a *language model*.

extension FilmReviews {
    func labelsInTheText() throws {
        // Every place of a text is an example, with its label:
        let words = try someTexts[0].split(separator: " ").map(String.init)
        var table = TextTable(["what has been read", "what comes next"])
        for place in 1..<min(8, words.count) { table.add(words[..<place].joined(separator: " "), words[place]) }
        show(table, "The first examples from the first of the \(dataName)")
        show(
            words.count - 1, "examples in this review",
            predict: .count(
                "The review has \(words.count) words; the first has nothing before it. How many examples are in it?",
                words.count - 1))

        // So there are many more labels than somebody could have made:
        let reviews = try reviews
        let labelled = try reviews.train.first(run.size(quick: 50, usual: 500))
        let examples = labelled.reduce(0) { $0 + $1.split(separator: " ").count - 1 }
        let perReview = Double(examples) / Double(labelled.count)
        show(
            Int(perReview.rounded()), "words to guess in a review that has one label, on average",
            predict: .number("How many words to guess are in a review, on average?", perReview, within: .percent(50)))
        let all = reviews.train.count + reviews.test.count + reviews.unlabelled.count
        let parts: [(name: String, count: Int, book: Double)] = [
            ("for training", reviews.train.count, 25_000), ("for testing", reviews.test.count, 25_000),
            ("without a label", reviews.unlabelled.count, 50_000),
        ]
        let difference = source.name == "imdb_subset" ? "a part of the book's reviews" : nil
        for (name, count, book) in parts {
            record("reviews/\(slug(name))", count, book: book, differs: difference)
        }
        show(
            Double(all) / Double(reviews.train.count), "times as many texts as labelled ones for training",
            predict: .number(
                "How many times as many texts as for a classifier are there for a language model?",
                Double(all) / Double(reviews.train.count), within: .percent(15)))
        // A language model may read them all, even those that the classifier will be tested with: their labels are not
        // looked at. And it pays to be good at guessing. "The story is a bit long, but I would see it again; the film
        // is" goes on differently from "The story is a bit long, and I fell asleep; the film is". Who can tell has
        // understood what the reviewer thinks, and that was our question.
    }

    func threeStages() {
        // Models that are trained like this are rarely what one wants in the end. They are a beginning, from which
        // another net learns its task: *transfer learning*, as with photos. With photos, though, the old task was of
        // the same kind, only with other classes. Here it is a different one. In chapter 1, the book has used such a
        // model, trained on Wikipedia, to classify reviews.
        //
        // Reviews are not written like encyclopaedias. They are chattier, and full of the names of actors. So one more
        // stage pays: let the model of general English go on with reviews, and make a classifier of it only then. These
        // three stages are ULMFiT (J. Howard and S. Ruder, "Universal Language Model Fine-tuning for Text
        // Classification", 2018):
        show(
            FlowChart(
                [
                    "language model of general texts", "language model of film reviews", "classifier of film reviews",
                ], title: "Each stage begins with what the one before has learned"),
            "The three stages of ULMFiT",
            predict: .choice(
                "Which of the three stages needs labels?", ["the first", "the second", "the third"],
                answer: "the third"))
        // (Figure 10-1 of the book.) Before you read on, take a minute: a net multiplies numbers and wants them in
        // tensors of equal size. You have words, and texts of any length. What would you do?
    }
}
