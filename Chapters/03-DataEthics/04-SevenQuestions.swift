// # Questions for a project
//
// Section 3.4 · After this page you can review a project of yours, by questions that leave nobody out, and by numbers
// where numbers can answer.

import Figures
import Notebook
import Tensors

// The book names four steps: look closely at a project of yours; build habits into the place where you work that find
// risks; support good rules for all; and see to it that different people are at the table. The first one is a list of
// seven questions by Rachel Thomas. It is kept as data (`QuestionList`), so that a program can ask whether each has an
// answer.

extension DataEthics {
    func reviewOfAProject() throws {
        var table = TextTable(["key", "question"])
        for question in QuestionList.all[0].questions { table.add(question.key, question.words) }
        show(table, "Seven questions")
        let counts = QuestionList.all.map(\.questions.count)
        show(counts, "questions about the project, the circle, lenses, consequences and duties")

        // A project answers in a file, a line for each (`swift run ch03 --form` prints one to fill in). `EthicsReview`
        // reads it and knows what is missing. A program that ends with an error as long as anything is missing can be
        // run with the tests, so that nobody forgets:
        let review = try EthicsReview(
            """
            project-1: Yes: the waiting time for care falls, and nobody loses hours without a second look.
            project-2: Files of people who see doctors often are fuller.
            project-6: Anybody can appeal by phone; a nurse answers within three days.
            circle-1:
            """)
        let missing = review.missing.count
        record(
            "review/questions-without-an-answer", missing,
            predict: .count(
                "Of 26 questions three have an answer, and one has a key but no words after it. How many are missing?",
                23))

        // Two of the seven are answered by computing. The errors of each group are what `--report` prints; together
        // with `--review`, it becomes the answer, and so does what the simplest rule is worth. And the fifth, a simple
        // rule, is a baseline, as in every chapter. A rule of one line, “the first number is above 0”, beside the model
        // of the page “Few of one kind”, on people of group A:
        let runs = run.overSeedsAtOnce(repeats) { random in
            let train = People(run.size(quick: 200, usual: 1000), shareOfB: 0, using: &random)
            let new = People(run.size(quick: 200, usual: 1000), shareOfB: 0, using: &random)
            let model = LogisticModel(train.numbers, Tensor(train.truths.map { $0 ? 1 : 0 }))
            let values = new.numbers.scalars
            let rule = new.truths.indices.count { (values[2 * $0] > 0) == new.truths[$0] }
            return (model: byGroup(model, new).a.accuracy, rule: fraction(rule, of: new.truths.count))
        }
        record("review/accuracy-of-the-model", over: runs.map(\.model))
        record("review/accuracy-of-a-rule-of-one-line", over: runs.map(\.rule))
        show(
            "\(runs.count { $0.model > $0.rule + 0.01 }) of \(repeats)",
            "runs in which the model is better by a point or more")
        // If a rule does as well, take the rule: everybody can read it, check it, and argue about it.
    }
}
