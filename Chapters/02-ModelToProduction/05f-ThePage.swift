// # A page for people
//
// Section 2.5 · After this page you can show an answer in a browser without letting a stranger write on your page.

import Figures
import Foundation
import Notebook
import Vision

// Where a person uses a model, the answer is a page. The book's has four things: a button to choose a file, the picture
// in small, a line with the prediction, and a button to classify. Its line has this form:

/// "Prediction: grizzly; Probability: 1.0000", as the book's application writes it.
public func predictionLine(_ name: String, _ probability: Float) -> String {
    "Prediction: \(name); Probability: \(String(format: "%.4f", probability))"
}

// A page is text too, HTML, in which `<` begins a command to the browser. Everything on our page that comes from
// outside must lose that power. File names come from outside. Whoever gives a file the name
// `<img src=x onerror=…>.jpg` and gets somebody to upload it would run a program of theirs on our page. So five signs
// are always written in another way:

/// A text that a browser shows as it is, whatever is in it.
public func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for sign in text.unicodeScalars {
        switch sign {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(sign)
        }
    }
    return result
}

// The probabilities are bars. Each has its number beside it, so that nobody has to guess lengths, and a screen reader
// reads the numbers and passes over the bars:

/// A table of classes, the most probable first, each with its share in numbers and as a bar.
func barsHTML(_ shares: [(name: String, share: Float)]) -> String {
    let rows = shares.sorted { $0.share > $1.share }.map { name, share in
        """
        <tr><th scope="row">\(escaped(name))</th><td>\(String(format: "%.2f", share * 100)) %</td>\
        <td aria-hidden="true"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none">\
        <rect class="track" width="100" height="10"/><rect width="\(String(format: "%.2f", share * 100))" height="10"/>\
        </svg></td></tr>
        """
    }
    return "<table class=\"bars\"><caption>Probabilities</caption>\(rows.joined())</table>"
}

extension ModelToProduction {
    func theLineOfTheBook() throws {
        show(predictionLine("grizzly", 0.99999), "the label of the book's application")
        let line = predictionLine("grizzly", 0.99994)
        show(
            line, "a little less sure",
            predict: .choice(
                "The probability is 0.99994. What does the line say?", ["1.0000", "0.9999"], answer: "0.9999"))

        // Four decimals of a number near 1 look like certainty. They are no statement about bears that the net has
        // never seen; section 2.6 looks at those.
    }

    func namesThatBite() throws {
        let name = "<img src=x onerror=alert(1)>.jpg"
        show(escaped(name), "what a browser is told instead")
        let (app, photo) = (try app, try photoOfThisRun)
        let answer = try app.upload(photo, named: name, to: "/answer")
        show(
            answer.text.contains("<img src=x"), "the name is on our page as a command",
            predict: .yesNo(
                "Is it still a command on the page that the application makes?", answer.text.contains("<img src=x")))

        // There is a second wall behind the first. Each answer carries a *content security policy*: which scripts,
        // styles and pictures may be loaded at all. Ours allows nothing but this very server, and no script that stands
        // inside a page. So even if one sign had been forgotten, nothing would run:
        show(answer.headers["content-security-policy"] ?? "none", "the policy")
    }

    func withoutAScript() throws {
        // The page is the same with and without JavaScript. Without it, the form is posted and a new page comes back;
        // with it, only the answer is fetched and put into its place, where a screen reader reads it aloud (a *live
        // region*). Both are the same HTML, made in one place. This is what a program gets instead, from
        // `/api/predict`:
        let answer = try app.upload(try photoOfThisRun, named: "bear.png", to: "/api/predict")
        let said = try JSONDecoder().decode(PhotoAnswer.self, from: answer.body)
        show(said.text, "the line of the book, in the JSON answer")
        show(
            HorizontalBars(
                said.probabilities.map(\.name), said.probabilities.map { Double($0.probability) },
                title: "What the application says of one photo", label: "probability"),
            "Probabilities from the JSON answer, \(dataOfApp)")
    }
}
