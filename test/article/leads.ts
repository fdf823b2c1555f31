/** One article as a feed gives it, and the lead that an editor would print under its title. */
export type Told = {
  language: string;
  structure: string;
  title: string;
  content: string;
  summary?: string;
  lead: string;
};

/** Thirty articles in twelve languages. The texts are ours, their structures are those of the web's feeds. */
export const TOLD: Told[] = [
  {
    language: 'English',
    structure: 'a date, a byline and a credit before the text',
    title: 'Ferries sail again',
    content:
      '<p>25 November 2026</p><p>By Mary Tiller</p><p><img src="https://e.org/a.jpg"></p><p>Photo: City archive</p>' +
      '<p>The night ferries between the islands sail again from Monday, two years after the fire at the northern pier.</p>' +
      '<p>The company has bought three smaller ships, which can also berth in a storm.</p>',
    lead: 'The night ferries between the islands sail again from Monday, two years after the fire at the northern pier. The company has bought three smaller ships, which can also berth in a storm.',
  },
  {
    language: 'English',
    structure: 'the dateline of an agency',
    title: 'Bakers agree on a price',
    content:
      '<p>LONDON (Reuters) - Bakers in the capital have agreed on one price for a plain loaf, the first time since the war that they have done so.</p>' +
      '<p>The price holds until spring, when the harvest of the south will be known.</p>',
    lead: 'Bakers in the capital have agreed on one price for a plain loaf, the first time since the war that they have done so. The price holds until spring, when the harvest of the south will be known.',
  },
  {
    language: 'English',
    structure: 'a synopsis cut off by the feed, and the whole text',
    title: 'A library lends seeds',
    summary:
      'A library in the old town lends seeds and garden tools. Whoever borrows a packet brings […] <a href="https://e.org/1">Read more</a>',
    content:
      '<p>A library in the old town lends seeds and garden tools. Whoever borrows a packet brings another one back in autumn.</p><p>It began with beans.</p>',
    lead: 'A library in the old town lends seeds and garden tools. Whoever borrows a packet brings another one back in autumn.',
  },
  {
    language: 'English',
    structure: 'a synopsis by the editors that says more than the first paragraph',
    title: 'The clock in the square',
    summary: 'For forty years it showed the wrong hour. Now two apprentices have found out why.',
    content:
      '<p>It was raining when I first climbed the tower, and the bells were just about to strike a quarter past something.</p><p>“Mind the rope,” somebody said.</p>',
    lead: 'For forty years it showed the wrong hour. Now two apprentices have found out why.',
  },
  {
    language: 'English',
    structure: 'links to comments as an aggregator adds them',
    title: 'Show: a tiny web server in shell',
    content:
      '<p>Article URL: <a href="https://e.org/x">https://e.org/x</a></p><p>Comments URL: <a href="https://n.org/2">https://n.org/2</a></p><p>Points: 112</p><p># Comments: 48</p>',
    lead: '',
  },
  {
    language: 'German',
    structure: 'place and agency in bold, and abbreviations',
    title: 'Brücke bleibt gesperrt',
    content:
      '<p><strong>Köln (dpa) – </strong>Die alte Brücke über den Rhein bleibt bis ca. Mitte März gesperrt. Das teilte die Stadt am Dienstag mit.</p>' +
      '<p>Lkw fahren bis dahin über die Nordbrücke, z. B. auf der Strecke nach Bonn.</p>',
    lead: 'Die alte Brücke über den Rhein bleibt bis ca. Mitte März gesperrt. Das teilte die Stadt am Dienstag mit. Lkw fahren bis dahin über die Nordbrücke, z. B. auf der Strecke nach Bonn.',
  },
  {
    language: 'German',
    structure: 'a kicker as a heading, and a bold lead paragraph',
    title: 'Kiesgrube wird Badesee',
    content:
      '<h3>Freizeit</h3><p><b>Wo vierzig Jahre lang Bagger standen, soll im nächsten Sommer gebadet werden: Der Rat hat dem Plan für den neuen See zugestimmt.</b></p>' +
      '<p>Die Abstimmung fiel knapp aus. Am Ende fehlte nur eine Stimme.</p>',
    lead: 'Wo vierzig Jahre lang Bagger standen, soll im nächsten Sommer gebadet werden: Der Rat hat dem Plan für den neuen See zugestimmt.',
  },
  {
    language: 'German',
    structure: 'a tail that invites to read on',
    title: 'Zug fährt wieder nachts',
    content:
      '<p>Der Nachtzug nach Wien fährt ab Dezember zweimal in der Woche. Fahrkarten gibt es ab sofort an allen Schaltern, auch für den Schlafwagen. <a href="https://e.org/z">Weiterlesen</a></p>',
    lead: 'Der Nachtzug nach Wien fährt ab Dezember zweimal in der Woche. Fahrkarten gibt es ab sofort an allen Schaltern, auch für den Schlafwagen.',
  },
  {
    language: 'French',
    structure: 'a title repeated, a date of publication and spaces before signs',
    title: 'Le marché change de place',
    content:
      '<h1>Le marché change de place</h1><p>Publié le 25/11/2026 à 08:30</p>' +
      '<p>Le marché du samedi quitte la place de l’Église : il s’installe dès janvier sur les quais, où les travaux viennent de finir.</p>' +
      '<p>« Nous aurons enfin de l’ombre », se réjouit une marchande de fromages.</p>',
    lead: 'Le marché du samedi quitte la place de l’Église : il s’installe dès janvier sur les quais, où les travaux viennent de finir. « Nous aurons enfin de l’ombre », se réjouit une marchande de fromages.',
  },
  {
    language: 'French',
    structure: 'paragraphs parted by line breaks',
    title: 'Une école dans la forêt',
    content:
      'Depuis la rentrée, douze enfants apprennent à lire sous les arbres, à quelques pas du village.<br><br>La commune leur prête une cabane pour les jours de pluie, et les parents apportent le bois.<br><br>Crédit photo : Mairie',
    lead: 'Depuis la rentrée, douze enfants apprennent à lire sous les arbres, à quelques pas du village. La commune leur prête une cabane pour les jours de pluie, et les parents apportent le bois.',
  },
  {
    language: 'French',
    structure: 'a figure with its caption before the text',
    title: 'Le pont suspendu rouvre',
    content:
      '<figure><img src="https://e.org/pont.jpg"><figcaption>Le pont suspendu, photographié en octobre depuis la rive droite du fleuve. © Ville</figcaption></figure>' +
      '<p>Après onze mois de réparations, les piétons peuvent de nouveau traverser le fleuve sans faire le détour par la gare.</p>',
    lead: 'Après onze mois de réparations, les piétons peuvent de nouveau traverser le fleuve sans faire le détour par la gare.',
  },
  {
    language: 'Spanish',
    structure: 'questions and exclamations that open and close',
    title: 'La fuente vuelve a la plaza',
    content:
      '<p>¿Adónde fue a parar la fuente de la plaza? Durante treinta años nadie lo supo, hasta que un jardinero la encontró en el depósito municipal.</p>' +
      '<p>¡Seguía entera! El ayuntamiento la devolverá a su sitio en primavera.</p>',
    lead: '¿Adónde fue a parar la fuente de la plaza? Durante treinta años nadie lo supo, hasta que un jardinero la encontró en el depósito municipal. ¡Seguía entera! El ayuntamiento la devolverá a su sitio en primavera.',
  },
  {
    language: 'Spanish',
    structure: 'a first sentence longer than any lead',
    title: 'El inventario del puerto',
    content: `<p>${'En el puerto se contaron cabos, anclas, redes, faroles, barriles y velas, '.repeat(7)}y no faltó nada.</p><p>Eso fue todo.</p>`,
    lead: `${'En el puerto se contaron cabos, anclas, redes, faroles, barriles y velas, '.repeat(4)}En…`,
  },
  {
    language: 'Russian',
    structure: 'a city and an agency, abbreviations, and a photo credit',
    title: 'Музей открыл новый зал',
    content:
      '<p>Фото: пресс-служба музея</p><p>Музей мореплавания открыл зал, в котором собраны карты XVIII в. и приборы того времени. Вход до конца года свободный.</p>' +
      '<p>На реставрацию ушло 12 млн. рублей, сообщил директор.</p>',
    lead: 'Музей мореплавания открыл зал, в котором собраны карты XVIII в. и приборы того времени. Вход до конца года свободный. На реставрацию ушло 12 млн. рублей, сообщил директор.',
  },
  {
    language: 'Russian',
    structure: 'a synopsis that is the beginning of the text',
    title: 'Трамвай вернётся весной',
    summary: 'Трамвай до вокзала вернётся в апреле, обещает городская дорожная служба...',
    content:
      '<p>Трамвай до вокзала вернётся в апреле, обещает городская дорожная служба. Рельсы уже уложены, осталось проверить провода на последнем участке.</p>',
    lead: 'Трамвай до вокзала вернётся в апреле, обещает городская дорожная служба. Рельсы уже уложены, осталось проверить провода на последнем участке.',
  },
  {
    language: 'Arabic',
    structure: 'right to left, with the marks of its own script',
    title: 'افتتاح جسر جديد',
    content:
      '<p>25/11/2026 - 10:15</p><p>افتتحت المدينة صباح اليوم جسرا جديدا للمشاة يصل بين ضفتي النهر، بعد عامين من العمل المتواصل.</p><p>هل يخفف ذلك الازدحام؟ تقول البلدية إن نصف السكان يعبرون النهر سيرا على الأقدام.</p>',
    lead: 'افتتحت المدينة صباح اليوم جسرا جديدا للمشاة يصل بين ضفتي النهر، بعد عامين من العمل المتواصل. هل يخفف ذلك الازدحام؟ تقول البلدية إن نصف السكان يعبرون النهر سيرا على الأقدام.',
  },
  {
    language: 'Arabic',
    structure: 'a tail that invites to read on',
    title: 'مكتبة على عجلات',
    content:
      '<p>تجوب مكتبة صغيرة على عجلات قرى الجبل مرتين في الأسبوع، وتحمل معها أربعمئة كتاب للأطفال والكبار. <a href="https://e.org/m">اقرأ المزيد</a></p>',
    lead: 'تجوب مكتبة صغيرة على عجلات قرى الجبل مرتين في الأسبوع، وتحمل معها أربعمئة كتاب للأطفال والكبار.',
  },
  {
    language: 'Hebrew',
    structure: 'a bold lead paragraph',
    title: 'הרכבת חוזרת לעמק',
    content:
      '<p><strong>אחרי שבעים שנה הרכבת חוזרת לעמק, ובתחנה הישנה כבר תלו שעון חדש מעל הכניסה הראשית לרציף.</strong></p><p>הנסיעה הראשונה תצא ביום ראשון בבוקר. הכרטיסים אזלו תוך שעה.</p>',
    lead: 'אחרי שבעים שנה הרכבת חוזרת לעמק, ובתחנה הישנה כבר תלו שעון חדש מעל הכניסה הראשית לרציף.',
  },
  {
    language: 'Hindi',
    structure: 'sentences that end in a danda',
    title: 'नदी पर नया पुल',
    content:
      '<p>शहर के लोगों ने आज नदी पर बने नए पुल से पहली बार पैदल यात्रा की। यह पुल तीन साल में बनकर तैयार हुआ है।</p><p>पुराने पुल पर अब केवल साइकिलें चलेंगी।</p>',
    lead: 'शहर के लोगों ने आज नदी पर बने नए पुल से पहली बार पैदल यात्रा की। यह पुल तीन साल में बनकर तैयार हुआ है।',
  },
  {
    language: 'Hindi',
    structure: 'the title repeated with another sign at its end',
    title: 'बाज़ार में आम की बहार',
    content:
      '<p><b>बाज़ार में आम की बहार।</b></p><p>गर्मी की पहली बारिश के साथ ही मंडी में आम की दस नई किस्में पहुँच गई हैं और दाम पिछले साल से कम हैं।</p>',
    lead: 'गर्मी की पहली बारिश के साथ ही मंडी में आम की दस नई किस्में पहुँच गई हैं और दाम पिछले साल से कम हैं।',
  },
  {
    language: 'Chinese',
    structure: 'spans within spans, and a source line first',
    title: '老码头改成公园',
    content:
      '<p>来源：城市晚报</p><div><span><span><span>停用二十年的老码头将改建为公园，市民明年春天就能在江边散步。工程分两期进行，第一期包括一座灯塔和一条木栈道。</span></span></span></div>',
    lead: '停用二十年的老码头将改建为公园，市民明年春天就能在江边散步。工程分两期进行，第一期包括一座灯塔和一条木栈道。',
  },
  {
    language: 'Chinese',
    structure: 'quotes that close after the full stop, and a tail',
    title: '图书馆延长开放时间',
    content:
      '<p>市图书馆从下月起每天开放到午夜。馆长说：“夜里来读书的人比我们想的多得多。”读者可以在一楼借到热茶。</p><p>儿童阅览室的时间不变。[阅读全文]</p>',
    lead: '市图书馆从下月起每天开放到午夜。馆长说：“夜里来读书的人比我们想的多得多。”读者可以在一楼借到热茶。',
  },
  {
    language: 'Chinese',
    structure: 'a synopsis by the editors',
    title: '修钟的人',
    summary: '他修了一辈子钟，却从不戴表。我们在他的店里坐了一个下午，听他讲那些停下来的时间。',
    content: '<p>门一推开，几十种滴答声一起涌了出来。</p><p>“坐吧。”他头也不抬。</p>',
    lead: '他修了一辈子钟，却从不戴表。我们在他的店里坐了一个下午，听他讲那些停下来的时间。',
  },
  {
    language: 'Japanese',
    structure: 'a date and an agency in brackets',
    title: '古い灯台に明かり',
    content:
      '<p>2026年11月25日 10:00</p><p>半世紀のあいだ消えていた岬の灯台に、25日夜、再び明かりがともった。地元の漁師ら三百人が見守った。</p><p>灯台は来春から一般に公開される。</p>',
    lead: '半世紀のあいだ消えていた岬の灯台に、25日夜、再び明かりがともった。地元の漁師ら三百人が見守った。',
  },
  {
    language: 'Japanese',
    structure: 'a tail that invites to read on',
    title: '商店街に屋根',
    content:
      '<p>雨の多い町の商店街に、来年、長さ四百メートルの屋根がつく。店主たちが十年かけて費用を積み立ててきた。続きを読む</p>',
    lead: '雨の多い町の商店街に、来年、長さ四百メートルの屋根がつく。店主たちが十年かけて費用を積み立ててきた。',
  },
  {
    language: 'Korean',
    structure: 'a reporter’s line first',
    title: '섬마을에 다리 놓인다',
    content:
      '<p>김하늘 기자 2026-11-25 09:12</p><p>육지에서 가장 가까운 섬마을에 내년 가을 다리가 놓인다. 주민들은 그동안 하루 두 번 다니는 배에 기대어 살았다.</p><p>공사는 다음 달에 시작된다.</p>',
    lead: '육지에서 가장 가까운 섬마을에 내년 가을 다리가 놓인다. 주민들은 그동안 하루 두 번 다니는 배에 기대어 살았다.',
  },
  {
    language: 'Thai',
    structure: 'no blanks between words, and more than fits',
    title: 'ตลาดน้ำเปิดใหม่',
    content: `<p>${'ตลาดน้ำริมคลองเปิดให้บริการอีกครั้งหลังปิดปรับปรุงนานหลายเดือน '.repeat(9)}</p>`,
    lead: `${'ตลาดน้ำริมคลองเปิดให้บริการอีกครั้งหลังปิดปรับปรุงนานหลายเดือน '.repeat(4)}ตลาดน้ำริมคลองเปิดให้บริการอีกครั้งหลังปิด…`,
  },
  {
    language: 'Turkish',
    structure: 'a deck as a heading above the text',
    title: 'Eski gar müze oluyor',
    content:
      '<h2>Yüz yıllık gar binası, gelecek yaz demiryolu müzesi olarak kapılarını halka açacak.</h2><p>Belediye, binanın çatısını ve saat kulesini onardı. Peronda üç buharlı lokomotif sergilenecek, çocuklar için küçük bir tren de olacak.</p>',
    lead: 'Yüz yıllık gar binası, gelecek yaz demiryolu müzesi olarak kapılarını halka açacak. Belediye, binanın çatısını ve saat kulesini onardı. Peronda üç buharlı lokomotif sergilenecek, çocuklar için küçük bir tren de olacak.',
  },
  {
    language: 'Turkish',
    structure: 'a list of links before the text',
    title: 'Fırınlar pazar günü açık',
    content:
      '<ul><li><a href="https://e.org/1">Gündem</a></li><li><a href="https://e.org/2">Spor</a></li></ul><p>Kentteki fırınlar bundan sonra pazar günleri de öğleye kadar açık kalacak. Karar, fırıncıların oylamasıyla alındı.</p>',
    lead: 'Kentteki fırınlar bundan sonra pazar günleri de öğleye kadar açık kalacak. Karar, fırıncıların oylamasıyla alındı.',
  },
  {
    language: 'Turkish',
    structure: 'one short sentence, and nothing else',
    title: 'Seferler durdu',
    content: '<p>Fırtına yüzünden bütün vapur seferleri durduruldu.</p>',
    lead: 'Fırtına yüzünden bütün vapur seferleri durduruldu.',
  },
];
