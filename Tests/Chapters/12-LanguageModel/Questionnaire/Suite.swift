import Testing

@Suite struct `12 Questionnaire` {}
